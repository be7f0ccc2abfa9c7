using System.Globalization;

namespace PlanSearch.Plans.Text;

/// <summary>The folding of width, case, punctuation, compatibility forms and traditional glyphs: code unit to code unit.</summary>
/// <remarks>
/// The length never changes, folding twice is folding once, and no character of the 通用规范汉字表 is folded. The same table on
/// every machine, whatever its ICU: FoldData/fold.tsv, whose sources are named beside it.
/// </remarks>
public static class Fold
{
    /// <summary>Changes whenever the table does; stamped into every index.</summary>
    public const int Version = 1;

    /// <summary>U+FFFF: ends every block and table cell in the index. No text and no query holds it.</summary>
    public const char Separator = '\uFFFF';

    private static readonly char[] Table = Load();

    /// <summary>The folded code unit.</summary>
    public static char Of(char unit) => Table[unit];

    /// <summary>The folded text, as long as <paramref name="text"/>.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = Table[source[i]];
        }
    });

    /// <summary>Whether a folded code unit belongs to the runs that default mode matches whole: a to z and 0 to 9.</summary>
    public static bool IsRunUnit(char folded) => char.IsAsciiLetterLower(folded) || char.IsAsciiDigit(folded);

    /// <summary>Whether a code unit as printed belongs to such a run: folds to one of a to z and 0 to 9.</summary>
    public static bool FoldsToRunUnit(char unit) => IsRunUnit(Of(unit));

    /// <summary>
    /// Whether a folded code unit can begin a word: a letter or digit of any script, or half of a character outside the basic plane.
    /// </summary>
    public static bool IsWordUnit(char folded) => char.IsLetterOrDigit(folded) || char.IsSurrogate(folded);

    /// <summary>Whether a code unit is a Han character of the basic plane (the unified blocks and 〇).</summary>
    public static bool IsHan(char unit) => unit is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3007';

    private static char[] Load()
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++)
        {
            table[unit] = (char)unit;
        }

        using var resource = typeof(Fold).Assembly.GetManifestResourceStream("fold.tsv")
            ?? throw new InvalidOperationException("The assembly was built without fold.tsv.");
        using var reader = new StreamReader(resource);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                table[Unit(line.AsSpan(0, 4))] = (char)Unit(line.AsSpan(5, 4));
            }
        }

        return table;
    }

    private static int Unit(ReadOnlySpan<char> hexadecimal) =>
        int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
