using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Corpus.Tests.Ingest;

public sealed class OrderedWorkTests
{
    [Fact]
    public void Run_WorkOfAnyLength_GivesResultsInOrder()
    {
        // The first take longest: whoever gave results as they come would give them last.
        var results = OrderedWork.Run(
            [.. Enumerable.Range(0, 200)], 2, _ => 1, 100, number => new string('x', (200 - number) * 500).Count(unit => unit == 'x'));

        Assert.Equal(Enumerable.Range(0, 200).Select(number => (200 - number) * 500), results);
    }

    [Fact]
    public void Run_CallerIsSlow_StaysTwoAhead()
    {
        var begun = 0;
        var taken = 0;
        foreach (var _ in OrderedWork.Run([.. Enumerable.Range(0, 50)], 2, _ => 1, 100, number => Interlocked.Increment(ref begun)))
        {
            taken++;
            Assert.InRange(Volatile.Read(ref begun), taken, taken + 2);
        }

        Assert.Equal(50, taken);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(40, 2)]
    [InlineData(1, 8)]
    public void Run_HeavyItems_StaysAheadByTheirWeight(int weight, int ahead)
    {
        var begun = 0;
        var taken = 0;
        foreach (var _ in OrderedWork.Run([.. Enumerable.Range(0, 50)], 8, _ => weight, 90, number => Interlocked.Increment(ref begun)))
        {
            taken++;
            Assert.InRange(Volatile.Read(ref begun), taken, taken + ahead);
        }

        Assert.Equal(50, taken);
    }

    [Fact]
    public void Run_WorkFails_ThrowsWhereItsResultWouldBe()
    {
        var taken = new List<int>();

        Assert.Throws<FormatException>(() => taken.AddRange(
            OrderedWork.Run([0, 1, 2, 3], 2, _ => 1, 100, number => number == 2 ? throw new FormatException() : number)
                .Select(number => number)));

        Assert.InRange(taken.Count, 0, 2);
    }

    [Fact]
    public void Run_NoItems_GivesNone() => Assert.Empty(OrderedWork.Run(Array.Empty<int>(), 2, _ => 1, 100, number => number));
}
