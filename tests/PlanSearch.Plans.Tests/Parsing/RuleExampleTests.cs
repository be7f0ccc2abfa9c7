using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Printing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>Runs the examples of RULES.md, and counts over all plans how often each rule decides something.</summary>
public sealed class RuleExampleTests(ITestOutputHelper output)
{
    private const string Fence = "```";
    private static readonly string RuleBook = Path.Combine(Repository.Root, "src", "PlanSearch.Plans", "RULES.md");

    // Bytes cannot stand in the book, nor can a line of some thousand characters or ten pages: the tests of the reader and the golden files show these.
    private static readonly string[] ShownElsewhere = ["R-READ-1", "R-READ-2", "R-READ-3", "R-READ-4", "R-LINE-4", "R-PAGE-3"];

    public static TheoryData<string> Rules => [.. Examples().Select(example => example.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Parse_ExampleOfRule_GivesWhatTheBookSays(string rule)
    {
        var example = Examples().Single(example => example.Rule == rule);
        var source = PlanText.Raw([.. example.Lines]);
        var printed = PlanParser.Parse(source).Blocks.Select(block => $"{KindNames.Of(block.Kind)} {(block.Cells.Length > 0 ? block.Text.Replace('\t', '|').TrimEnd('|') : block.Text)}").ToList();
        output.WriteLine(string.Join('\n', printed));

        var at = 0;
        foreach (var want in example.Expected)
        {
            at = 1 + printed.FindIndex(at, have => want.EndsWith('…') && !printed.Contains(want) ? have.StartsWith(want[..^1], StringComparison.Ordinal) : have == want);
            Assert.True(at > 0, $"{rule}: no block is “{want}”");
        }

        if (example.Decides)
        {
            Assert.Contains(rule, PlanExplanation.CountRules(source).Keys);
        }
    }

    [Fact]
    public void RuleBook_EveryRule_HasAnExample()
    {
        var defined = File.ReadLines(RuleBook).Where(line => line.StartsWith("- **R-", StringComparison.Ordinal)).Select(line => line.Split("**")[1]).ToList();

        Assert.NotEmpty(defined);
        Assert.Empty(defined.Except(ShownElsewhere, StringComparer.Ordinal).Except(Examples().Select(example => example.Rule), StringComparer.Ordinal));
    }

    [Fact]
    public void CountRules_AllPlans_ListsTheHitsOfEachRule()
    {
        var files = Repository.SamplePlanFiles.Concat(Directory.Exists(Repository.SharedPlans) ? Repository.SharedPlanFiles : []).ToList();
        var counts = files.Select(file => PlanExplanation.CountRules(PlanText.ParseFile(file).Source)).ToList();
        foreach (var rule in counts.SelectMany(count => count.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            // A rule that decides in one file only may be fitted to it.
            var inFiles = counts.Count(count => count.ContainsKey(rule));
            output.WriteLine($"{rule,-14} {counts.Sum(count => count.GetValueOrDefault(rule)),6} in {inFiles,2} of {files.Count} files{(inFiles == 1 ? "  <- one file" : "")}");
        }

        Assert.NotEmpty(counts);
        Assert.All(counts, count => Assert.NotEmpty(count));
    }

    private static IEnumerable<Example> Examples()
    {
        var lines = File.ReadAllLines(RuleBook);
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
            yield return new Example(head[0], head.Contains("decides"), body[..arrow], body[(arrow + 1)..]);
            i = end;
        }
    }

    private sealed record Example(string Rule, bool Decides, List<string> Lines, List<string> Expected);
}
