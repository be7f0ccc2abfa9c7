using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>An example of RULES.md.</summary>
/// <param name="Rule">The rule it shows.</param>
/// <param name="Decides">Whether the rule must leave its mark on one of the lines or in the ledger.</param>
/// <param name="Lines">The lines of the plan.</param>
/// <param name="Expected">Blocks that must come of them, in this order.</param>
internal sealed record RuleExample(string Rule, bool Decides, IReadOnlyList<string> Lines, IReadOnlyList<string> Expected)
{
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
            yield return new RuleExample(head[0], head.Contains("decides"), body[..arrow], body[(arrow + 1)..]);
            i = end;
        }
    }
}
