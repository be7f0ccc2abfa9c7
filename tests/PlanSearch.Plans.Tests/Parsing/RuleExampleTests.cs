using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Printing;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>Runs the examples of RULES.md, and counts over all plans how often each rule decides something.</summary>
public sealed class RuleExampleTests(ITestOutputHelper output)
{
    // Bytes cannot be in the book, nor can a line of some thousand characters or ten pages: the tests of the reader and the golden files
    // show these.
    private static readonly string[] ShownElsewhere = ["R-READ-1", "R-READ-2", "R-READ-3", "R-READ-4", "R-LINE-4", "R-PAGE-3", "R-PAGE-9"];

    public static TheoryData<string> Rules => [.. RuleExample.All().Select(example => example.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Parse_ExampleOfRule_GivesWhatTheBookSays(string rule)
    {
        var example = RuleExample.All().Single(example => example.Rule == rule);
        var source = example.Source;
        var printed = PlanParser.Parse(source).Blocks.Select(
            block => $"{KindNames.Of(block.Kind)} {(block.Cells.Length > 0 ? block.Text.Replace('\t', '|').TrimEnd('|') : block.Text)}")
                .ToList();
        output.WriteLine(string.Join('\n', printed));

        var at = 0;
        foreach (var want in example.Expected)
        {
            at = 1
                + printed.FindIndex(
                    at,
                    have => want.EndsWith('…') && !printed.Contains(want)
                        ? have.StartsWith(want[..^1], StringComparison.Ordinal)
                        : have == want);
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
        var defined = File.ReadLines(RuleExample.Book).Where(line => line.StartsWith("- **R-", StringComparison.Ordinal))
            .Select(line => line.Split("**")[1]).ToList();

        Assert.NotEmpty(defined);
        Assert.Empty(defined.Except(ShownElsewhere, StringComparer.Ordinal).Except(RuleExample.All().Select(example => example.Rule),
            StringComparer.Ordinal));
    }
}
