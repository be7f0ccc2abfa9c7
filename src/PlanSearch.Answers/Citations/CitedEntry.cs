using System.Globalization;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Citations;

/// <summary>Items as they are cited. The entry of a box: under its sub-heading, by its printed number, else by its count there.</summary>
internal static class CitedEntry
{
    private const string Numerals = "一二三四五六七八九十百〇零";

    /// <summary>（二）第1项, or 第3项 in a box without sub-headings; empty for what is neither an entry nor under a sub-heading.</summary>
    public static string Of(StoredPlan plan, int block, Func<int, string> blockText)
    {
        var cited = plan.Blocks[block];
        var heading = HeadingAbove(plan, block, out var position);
        var under = heading < 0 ? "" : SubHeading(plan.Blocks[heading], heading, blockText);
        return cited.Kind == BlockKind.BoxEntry
            ? $"{under}第{PrintedNumber(cited.Marker) ?? position.ToString(CultureInfo.InvariantCulture)}项"
            : under;
    }

    /// <summary>An item of a list by its printed number: 第3项; empty for one without.</summary>
    public static string Item(StoredBlock item) => PrintedNumber(item.Marker) is { } number ? $"第{number}项" : "";

    /// <summary>
    /// The sub-heading a block of a box is under, itself for a sub-heading, -1 for none; and which entry there it is.
    /// </summary>
    private static int HeadingAbove(StoredPlan plan, int block, out int position)
    {
        position = 0;
        var box = plan.Blocks[block].Box;
        for (var at = block; at >= plan.Boxes[box].FirstBlock; at--)
        {
            var above = plan.Blocks[at];
            if (above.Box == box && above.Kind == BlockKind.BoxHeading)
            {
                return at;
            }

            position += above.Box == box && above.Kind == BlockKind.BoxEntry ? 1 : 0;
        }

        return -1;
    }

    private static string SubHeading(StoredBlock heading, int block, Func<int, string> blockText)
    {
        var marker = heading.Marker.TrimEnd('、', '.', '．');
        return marker.Length > 0 && HasNumber(marker) ? marker : $"“{blockText(block).Trim().TrimEnd('：', ':', '。')}”";
    }

    private static bool HasNumber(string marker) => PrintedNumber(marker) is not null;

    /// <summary>The number in a marker as it is printed (3. → 3, （二） → 二, ② → 2); null for bullets.</summary>
    private static string? PrintedNumber(string marker)
    {
        var start = 0;
        while (start < marker.Length && !IsNumeral(marker[start]))
        {
            start++;
        }

        var end = start;
        while (end < marker.Length && IsNumeral(marker[end]))
        {
            end++;
        }

        if (end == start)
        {
            return null;
        }

        return marker[start] is >= '①' and <= '⑳'
            ? (marker[start] - '①' + 1).ToString(CultureInfo.InvariantCulture)
            : marker[start..end];
    }

    private static bool IsNumeral(char sign) => char.IsAsciiDigit(sign) || sign is >= '①' and <= '⑳' || Numerals.Contains(sign);
}
