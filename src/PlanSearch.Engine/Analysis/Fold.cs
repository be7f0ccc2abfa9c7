namespace PlanSearch.Engine.Analysis;

/// <summary>The folding of width, case, punctuation, compatibility forms and traditional glyphs: code unit to code unit.</summary>
/// <remarks>The length never changes, and folding twice is folding once. The same table on every machine: FoldData/fold.tsv.</remarks>
public static class Fold
{
    /// <summary>Changes whenever the table does; stamped into every index.</summary>
    public const int Version = 1;

    /// <summary>U+FFFF: ends every block and table cell in the index. No text and no query holds it.</summary>
    public const char Separator = '\uFFFF';

    /// <summary>The folded code unit.</summary>
    public static char Of(char unit) => throw new NotSupportedException();

    /// <summary>The folded text, as long as <paramref name="text"/>.</summary>
    public static string Of(string text) => throw new NotSupportedException();
}
