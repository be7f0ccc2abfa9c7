using System.Globalization;

namespace PlanSearch.TestSupport;

/// <summary>The fold as its table states it, read line by line from the file in the sources.</summary>
public static class NaiveFold
{
    private static readonly Dictionary<char, char> Table = File
        .ReadLines(Path.Combine(Repository.Root, "src", "PlanSearch.Plans", "Text", "FoldData", "fold.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .ToDictionary(columns => UnitOf(columns[0]), columns => UnitOf(columns[1]));

    /// <summary>The folded text.</summary>
    public static string Of(string text) => string.Concat(text.Select(unit => Table.GetValueOrDefault(unit, unit)));

    private static char UnitOf(string hexadecimal) => (char)int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
