using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>The rules of the code against RULES.md, and against the plans they decide in.</summary>
public sealed class RuleBookTests(ITestOutputHelper output)
{
    // Rules for what is seldom: at most one invented plan shows it, besides the example of the book. None may join them unseen.
    private static readonly string[] InOneFileOnly =
    [
        "R-BOX-7", "R-BOX-END-6", "R-BOX-END-9", "R-FRONT-3", "R-FRONT-7", "R-HAND-1", "R-HAND-2",
        "R-HEAD-12", "R-HEAD-13", "R-HEAD-14", "R-JOIN-10", "R-JOIN-11", "R-JOIN-12", "R-JOIN-13", "R-JOIN-4", "R-JOIN-6",
        "R-JOIN-7", "R-JOIN-8", "R-JOIN-9", "R-LEDGER-3", "R-LEDGER-4", "R-LINE-4", "R-LINE-5", "R-LINE-7", "R-LINE-8",
        "R-LIST-1", "R-MARK-2", "R-MARK-5", "R-MARK-7", "R-MARK-8", "R-NOTE-4", "R-PAGE-5", "R-PAGE-9", "R-READ-1",
        "R-READ-2", "R-READ-3", "R-READ-4", "R-TABLE-12", "R-TABLE-15", "R-TABLE-17", "R-TABLE-7", "R-TABLE-8", "R-WRAP-10",
        "R-WRAP-8",
    ];

    [Fact]
    public void RuleBook_AndRules_AreTheSame()
    {
        var book = File.ReadLines(RuleExample.Book).Where(line => line.StartsWith("- **R-", StringComparison.Ordinal))
            .ToDictionary(line => line.Split("**")[1], line => line.Split("** ", 2)[1], StringComparer.Ordinal);

        Assert.Equal(Rules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), book.Keys.Order(StringComparer.Ordinal));
        Assert.All(Rules.All, rule => Assert.StartsWith(rule.Sentence, book[rule.Id], StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_AllOfThem_StandByPassAndFitTheSet()
    {
        Assert.Equal(Rules.All.OrderBy(rule => rule.Pass).Select(rule => rule.Id), Rules.All.Select(rule => rule.Id));
        Assert.True(Rules.All.Count <= RuleSet.Capacity);
        Assert.True(Votes.All.Count <= Ballot.Capacity);
    }

    [Fact]
    public void Rules_Each_DecidesInSomeInventedPlan()
    {
        var counts = TestPlans.All().Select(plan => PlanExplanation.CountRules(plan.Source)).ToList();

        Assert.NotEmpty(counts);
        Assert.Equal([], Rules.All.Select(rule => rule.Id).Except(counts.SelectMany(count => count.Keys), StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_ThatDecideInOneFileOnly_AreKnown()
    {
        // An example of the book shows its rule by design: it is no second file.
        var counts = TestPlans.All().Where(plan => plan.Name.EndsWith(".txt", StringComparison.Ordinal))
            .Select(plan => PlanExplanation.CountRules(plan.Source)).ToList();
        var files = Rules.All.ToDictionary(rule => rule.Id, rule => counts.Count(count => count.ContainsKey(rule.Id)),
            StringComparer.Ordinal);
        foreach (var (rule, count) in files)
        {
            output.WriteLine($"{rule,-14} in {count,3} of {counts.Count} files");
        }

        Assert.Equal(InOneFileOnly.Order(StringComparer.Ordinal),
            files.Where(file => file.Value < 2).Select(file => file.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Votes_Each_DecidesInSomeInventedPlan()
    {
        var decisive = TestPlans.All().SelectMany(plan => PlanParser.Run(plan.Source).Lines)
            .SelectMany(line => Decisive([.. line.Ballot.ToVotes()])).ToHashSet();

        Assert.NotEmpty(decisive);
        Assert.Equal([], Votes.All.Except(decisive).Select(vote => vote.Name));
    }

    // The votes without any one of which the outcome would be another.
    private static IEnumerable<Vote> Decisive(List<Vote> cast)
    {
        var sum = cast.Sum(vote => vote.Weight);
        return cast.Where(vote => sum > 0 != sum - vote.Weight > 0);
    }

    [Fact]
    public void Parsing_Folders_PointDownwardOnly()
    {
        // What is further down may be used by what is above it.
        string[] order = ["Doubts", "Blocks", "Corrections", "Flow", "Tables", "Fronts", "Wrapping", "Pages", "Lines", "Shapes", "Book"];
        var root = Path.Combine(Repository.Root, "src", "PlanSearch.Plans", "Parsing");
        Assert.Equal(order.Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var (at, folder) in order.Index())
        {
            var files = Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs").ToList();
            Assert.InRange(files.Count, 1, 20);
            var upward = order[..at].Select(above => $"using PlanSearch.Plans.Parsing.{above};");
            Assert.Equal([], files
                .Where(file => File.ReadLines(file).Intersect(upward, StringComparer.Ordinal).Any()).Select(Path.GetFileName));
        }
    }
}
