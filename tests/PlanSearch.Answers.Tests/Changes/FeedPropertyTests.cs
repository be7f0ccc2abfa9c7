using PlanSearch.Corpus.Changes;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Changes;

/// <summary>Random lives of a collection: its feeds are the difference of two full scans, exactly once.</summary>
public sealed class FeedPropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void Feed_AfterRandomCommitsAndFaults_IsTheDifferenceOfTwoScans()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (commits, faults, published) = (0, 0, 0);
        for (var life = 0; life < Effort.Of(usual: 12, @long: 1_000); life++)
        {
            var collection = new RecordedCollection(new MemoryIndexDirectory());
            for (var step = random.Next(4, 12); step > 0; step--)
            {
                var plans = collection.Revise(random);
                if (random.Next(3) > 0)
                {
                    collection.Write(plans, isRebuild: random.Next(6) == 0);
                    commits++;
                    continue;
                }

                var steps = new FaultSteps(random.Next(1, 40), isFatal: random.Next(2) == 0);
                var error = Record.Exception(() => collection.Write(plans, steps: steps));
                if (error is not null)
                {
                    Assert.IsAssignableFrom<IOException>(error);
                    faults++;
                    published += collection.TakeUp(plans) ? 1 : 0;
                }
            }

            if (collection.Generations.Any())
            {
                FeedOracle.Holds(collection, FeedOracle.Searches[life % FeedOracle.Searches.Count], size: random.Next(1, 201));
            }
        }

        output.WriteLine($"{commits} commits, {faults} faults, {published} of them after the publication");
        Assert.True(commits > 20 && faults > 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Commit_FaultAtEveryStep_IsToldOnceOrHasNotHappened(bool isFatal)
    {
        var published = 0;
        var done = false;
        var step = 0;
        while (!done)
        {
            step++;
            var random = new Random(11);
            var collection = new RecordedCollection(new MemoryIndexDirectory());
            for (var commit = 0; commit < 3; commit++)
            {
                collection.Write(collection.Revise(random));
            }

            var plans = collection.Revise(random);
            var error = Record.Exception(() => collection.Write(plans, steps: new FaultSteps(step, isFatal)));
            done = error is null;
            if (!done)
            {
                Assert.IsAssignableFrom<IOException>(error);
                published += collection.TakeUp(plans) ? 1 : 0;
            }

            FeedOracle.Holds(collection, FeedOracle.Searches[0]);
            collection.Write(collection.Revise(random));
            FeedOracle.Holds(collection, FeedOracle.Searches[0]);
            Assert.Empty(ChangeLogCheck.Check(collection.Options, default)!.Findings);
        }

        output.WriteLine($"{step} steps failed, {published} of them after the publication");
        Assert.True(step > 15 && published > 0);
    }

    [Fact]
    public void Commit_PowerCutAtAnyMoment_KeepsGenerationAndChangeTogether()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (older, newer) = (0, 0);
        for (var life = 0; life < Effort.Of(usual: 25, @long: 3_000); life++)
        {
            var disk = new PowerCutDirectory();
            var collection = new RecordedCollection(disk);
            collection.Write(collection.Revise(random));
            collection.Write(collection.Revise(random));
            var certain = collection.Generations.Last();
            var plans = collection.Revise(random);
            Record.Exception(() => collection.Write(plans, steps: new FaultSteps(random.Next(1, 40), isFatal: true)));
            collection.Forget(certain);
            var left = collection.After(disk.Cut(random));

            var isNewer = left.TakeUp(plans);

            (older, newer) = isNewer ? (older, newer + 1) : (older + 1, newer);
            FeedOracle.Holds(left, FeedOracle.Searches[0]);
            left.Write(left.Revise(random));
            FeedOracle.Holds(left, FeedOracle.Searches[0]);
        }

        output.WriteLine($"{older} times the old generation, {newer} times the new one");
        Assert.True(older > 0 && newer > 0);
    }
}
