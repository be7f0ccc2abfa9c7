using PlanSearch.Answers.Measuring;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Measuring;

/// <summary>What an answer to a judged question is worth, reckoned by hand.</summary>
public sealed class JudgedScoreTests
{
    private static readonly JudgedQuestion Question = new(
        "问", "短", [new JudgedLine("甲", 1, 3), new JudgedLine("甲", 2, 1), new JudgedLine("乙", 1, 2), new JudgedLine("乙", 9, 0)]);

    [Theory]
    // Gains are 7, 3 and 1; the ideal is 7 + 3 / log2(3) + 1 / 2.
    [InlineData("甲1 乙1 甲2", 1.0, 1.0, 1.0)]
    [InlineData("丙 甲1", (7 / 1.5849625) / 9.3927892, 1 / 3.0, 0.5)]
    [InlineData("", 0.0, 0.0, 0.0)]
    [InlineData("乙9 丙", 0.0, 0.0, 0.0)]
    public void Of_AnAnswer_IsWhatAHandReckons(string ranked, double ndcg, double recall, double reciprocal)
    {
        var score = JudgedScore.Of(
            Question, place => [$"{place.Plan}{place.Line}"], ranked.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((ndcg, recall, reciprocal), (Math.Round(score.Ndcg, 6), score.Recall, score.ReciprocalRank), new Near());
    }

    // A line that several sections hold counts for the first of them.
    [Fact]
    public void Of_ALineOfSeveralSections_CountsOnce()
    {
        var score = JudgedScore.Of(new JudgedQuestion("问", "短", [new JudgedLine("甲", 1, 3)]), _ => ["a", "b"], ["b", "a"]);

        Assert.Equal((1.0, 1.0), (score.Ndcg, score.Recall));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"q\":\"问\",\"kind\":\"短\",\"rel\":[]}")]
    [InlineData("{\"q\":\"问\",\"kind\":\"短\",\"rel\":[{\"plan\":\"甲\",\"line\":0,\"grade\":1}]}")]
    [InlineData("{\"q\":\"问\",\"kind\":\"短\",\"rel\":[{\"plan\":\"甲\",\"line\":1,\"grade\":4}]}")]
    public void Load_ALineThatIsNone_IsNamed(string line)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "questions.jsonl");
        File.WriteAllText(file, "\n" + line);

        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => JudgedQuestion.Load(file)).Message, StringComparison.Ordinal);
    }

    private sealed class Near : IEqualityComparer<(double, double, double)>
    {
        public bool Equals((double, double, double) a, (double, double, double) b) =>
            Math.Abs(a.Item1 - b.Item1) < 1e-5 && Math.Abs(a.Item2 - b.Item2) < 1e-9 && Math.Abs(a.Item3 - b.Item3) < 1e-9;

        public int GetHashCode((double, double, double) value) => 0;
    }
}
