using PlanSearch.Answers.Measuring;

namespace PlanSearch.Answers.Tests.Measuring;

public sealed class QueryTimerTests
{
    [Theory]
    [InlineData(1, 50, 1)]
    [InlineData(1, 99, 1)]
    [InlineData(2, 50, 1)]
    [InlineData(2, 99, 2)]
    [InlineData(100, 50, 50)]
    [InlineData(100, 99, 99)]
    [InlineData(100, 100, 100)]
    [InlineData(101, 50, 51)]
    [InlineData(101, 99, 100)]
    [InlineData(200, 50, 100)]
    [InlineData(200, 99, 198)]
    public void Percentile_RunsThatTookTheirRank_GivesTheNearestRank(int runs, int percent, long expected) =>
        Assert.Equal(expected, QueryTimer.Percentile([.. Enumerable.Range(1, runs).Select(rank => (long)rank)], percent));
}
