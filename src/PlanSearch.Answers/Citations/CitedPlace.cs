using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Citations;

/// <summary>
/// The place within a plan as it is cited: the markers of its headings as printed, then box and item, table, note or paragraph.
/// </summary>
internal static partial class CitedPlace
{
    private const string Comma = "，";

    /// <inheritdoc cref="PlanCitation.Official"/>
    public static string OfBlock(StoredPlan plan, int block, Func<int, string> blockText)
    {
        var cited = plan.Blocks[block];
        var text = new StringBuilder(Path(plan, cited.Node));
        if (cited.Box >= 0)
        {
            Append(text, Box(plan.Boxes[cited.Box]) + CitedEntry.Of(plan, block, blockText));
        }
        else if (cited.Table >= 0)
        {
            Append(text, Table(plan.Tables[cited.Table]));
        }

        if (cited.Kind == BlockKind.Footnote)
        {
            Append(text, "脚注");
        }
        else if (cited.Box < 0 && cited.Paragraph > 0)
        {
            Append(
                text,
                $"第{cited.Paragraph.ToString(CultureInfo.InvariantCulture)}段"
                    + (cited.Kind == BlockKind.ListItem ? CitedEntry.Item(cited) : ""));
        }

        return text.ToString();
    }

    /// <inheritdoc cref="PlanCitation.AllOfRecord"/>
    public static string OfRecord(StoredPlan plan, int record)
    {
        var cited = plan.Records[record];
        var text = new StringBuilder(Path(plan, cited.Node));
        if (cited.Box >= 0)
        {
            Append(text, Box(plan.Boxes[cited.Box]));
        }
        else if (cited.Table >= 0)
        {
            Append(text, Table(plan.Tables[cited.Table]));
        }

        return text.ToString();
    }

    // 第四章第二节一、（三） as printed; a heading without a marker is cited by its words; what ends the whole is no punctuation.
    private static string Path(StoredPlan plan, int node)
    {
        var steps = new Stack<string>();
        for (var at = node; at > 0; at = plan.Nodes[at].Parent)
        {
            var (marker, heading) = (plan.Nodes[at].Marker, plan.Nodes[at].Heading);
            steps.Push(marker.Length > 0 ? marker : $"“{heading}”");
        }

        return string.Concat(steps).TrimEnd('、', '.', '．', '。');
    }

    private static string Box(Box box) => box.Label.Length > 0 ? box.Label : $"专栏“{box.Title}”";

    // 表1, 表1-2 and 附表1 are cited by their label as boxes are, other tables by their caption.
    private static string Table(Table table)
    {
        if (table.Caption.Length == 0)
        {
            return "表";
        }

        return TableLabel().Match(table.Caption) is { Success: true } label ? label.Value.Replace(" ", "") : $"表“{table.Caption}”";
    }

    [GeneratedRegex(
        "^附?表 ?[0-9一二三四五六七八九十]+([-－—][0-9]+)*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableLabel();

    private static void Append(StringBuilder text, string part)
    {
        text.Append(text.Length > 0 ? Comma : "").Append(part);
    }
}
