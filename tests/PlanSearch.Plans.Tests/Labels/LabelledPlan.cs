using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Labels;

/// <summary>An invented plan whose file has, before every line and a TAB, what an editor takes that line for.</summary>
/// <param name="Labels">By 1-based line; lines without a label do not count.</param>
/// <param name="Text">The plan alone.</param>
internal sealed record LabelledPlan(IReadOnlyDictionary<int, LineLabel> Labels, string Text)
{
    /// <summary>
    /// Reads <c>head2</c>, <c>trow B1</c>, <c>cover?</c> and their like: a role, the depth of a heading, the box, and ? where either way is
    /// right; <c>none</c> for a line that may be missing.
    /// </summary>
    public static LabelledPlan Read(string path)
    {
        var (labels, text) = (new Dictionary<int, LineLabel>(), new StringBuilder());
        foreach (var line in File.ReadAllLines(path).Index())
        {
            var tab = line.Item.IndexOf('\t', StringComparison.Ordinal);
            text.Append(tab < 0 ? "" : line.Item[(tab + 1)..]).Append('\n');
            if (tab > 0 && line.Item[..tab] is not "none")
            {
                labels[line.Index + 1] = LabelOf(line.Item[..tab]);
            }
        }

        return new LabelledPlan(labels, text.ToString());
    }

    /// <summary>The labels that the parser gives the plan.</summary>
    public Dictionary<int, LineLabel> Parse() => LabelReader.Of(PlanParser.Parse(PlanReader.Read(Encoding.UTF8.GetBytes(Text)).Source!));

    private static LineLabel LabelOf(string label)
    {
        var isOpen = label.EndsWith('?');
        var parts = label.TrimEnd('?').Split(' ');
        var role = parts[0].TrimEnd([.. "123456"]);
        return new LineLabel(
            role, parts[0].Length > role.Length ? parts[0][role.Length..] : "-", parts.Length > 1 ? parts[1] : "-", isOpen ? "?" : "");
    }
}
