using System.Globalization;
using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>An example of RULES.md.</summary>
/// <param name="Rule">The rule it shows.</param>
/// <param name="Decides">Whether the rule must leave its mark on one of the lines or in the ledger.</param>
/// <param name="Source">The plan, with the corrections beside it.</param>
/// <param name="Expected">Blocks that must come of them, in this order.</param>
internal sealed record RuleExample(string Rule, bool Decides, SourceText Source, IReadOnlyList<string> Expected)
{
    // correction: words of the line | heading 2
    private const string Correction = "correction: ";

    private const string Fence = "```";

    /// <summary>Where the book lies.</summary>
    public static string Book { get; } = Path.Combine(Repository.Root, "src", "PlanSearch.Plans", "RULES.md");

    /// <summary>All of the book, in its order.</summary>
    public static IEnumerable<RuleExample> All()
    {
        var lines = File.ReadAllLines(Book);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Fence + "example")
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i);
            var body = lines[(i + 2)..end].Select(line => line.Replace('⇥', '\t').Replace('␣', ' ')).ToList();
            var arrow = body.IndexOf("=>");
            var head = lines[i + 1].Split(' ');
            yield return new RuleExample(head[0], head.Contains("decides"), SourceOf(body[..arrow]), body[(arrow + 1)..]);
            i = end;
        }
    }

    private static SourceText SourceOf(List<string> lines) =>
        PlanText.Raw([.. lines.Where(line => !line.StartsWith(Correction, StringComparison.Ordinal))]) with
        {
            Corrections = [.. lines.Where(line => line.StartsWith(Correction, StringComparison.Ordinal)).Select(CorrectionOf)],
        };

    private static OutlineCorrection CorrectionOf(string line)
    {
        var (words, role) = line[Correction.Length..].Split(" | ") is [var first, var second]
            ? (first, second.Split(' '))
            : throw new FormatException(line);
        return new OutlineCorrection(
            new LineWords(words, 1),
            Enum.Parse<LineRole>(role[0], ignoreCase: true),
            role.Length > 1 ? int.Parse(role[1], CultureInfo.InvariantCulture) : 0,
            "甲",
            "2026-11-30");
    }
}
