namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>Characters of the symbol fonts (Symbol, Wingdings) that have no meaning outside them -> characters every font has.</summary>
internal static class SymbolGlyphs
{
    /// <summary>The character for one of the private use area; any other character as it is.</summary>
    public static char Of(char letter) => letter switch
    {
        '\uF06C' or '\uF09F' => '●',
        '\uF06D' or '\uF0A1' => '○',
        '\uF06E' => '■',
        '\uF06F' or '\uF0A8' => '□',
        '\uF075' or '\uF074' => '◆',
        '\uF076' => '◇',
        '\uF0A7' => '▪',
        '\uF0B7' => '•',
        '\uF0AB' => '★',
        '\uF0D8' => '➢',
        '\uF0FC' => '✓',
        _ => letter,
    };
}
