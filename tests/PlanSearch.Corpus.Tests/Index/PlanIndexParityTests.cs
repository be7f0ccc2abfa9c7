using System.Collections.Immutable;
using PlanSearch.Corpus.Index;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Index;

/// <summary>The engine finds what a scan from end to end finds, all of it, and nothing else.</summary>
public sealed class PlanIndexParityTests(ITestOutputHelper output)
{
    [Fact]
    public void Literals_OfSamplePlans_AgreeWithTheScan() => Compare(Repository.SamplePlanFiles, 2_000, queries => queries.Literal());

    [Fact]
    public void Trees_OfSamplePlans_AgreeWithTheScan() => Compare(Repository.SamplePlanFiles, 600, queries => queries.Tree(depth: 3));

    [SharedPlansFact]
    public void Literals_OfRealPlans_AgreeWithTheScan() => Compare(Repository.SharedPlanFiles, 1_500, queries => queries.Literal());

    [SharedPlansFact]
    public void Trees_OfRealPlans_AgreeWithTheScan() => Compare(Repository.SharedPlanFiles, 300, queries => queries.Tree(depth: 3));

    [Fact]
    public void WholeLanguage_OfSamplePlans_AgreesWithTheScan() => Compare(Repository.SamplePlanFiles, 400, queries => queries.Whole(depth: 3));

    [SharedPlansFact]
    public void WholeLanguage_OfRealPlans_AgreesWithTheScan() => Compare(Repository.SharedPlanFiles, 60, queries => queries.Whole(depth: 3));

    private void Compare(IReadOnlyList<string> plans, int trials, Func<RandomQueries, Query> draw)
    {
        var seed = Seed.Take(output.WriteLine);
        var documents = plans.Select(Parse).ToList();
        using IPlanIndex engine = new EmbeddedPlanIndex(new MemoryIndexDirectory());
        using IPlanIndex scan = new ScanPlanIndex();
        using var found = Publish(engine, documents);
        using var expected = Publish(scan, documents);
        var queries = new RandomQueries(new Random(seed), [.. documents.SelectMany(document => document.Texts)]);
        var mentions = 0L;
        for (var trial = 0; trial < trials; trial++)
        {
            var (query, filter) = (draw(queries), queries.Filter());
            mentions += Agree(expected, found, query, filter, $"{query} under {string.Join(',', filter.Allowed)}, PLANSEARCH_SEED={seed}");
        }

        output.WriteLine($"{trials} queries, {mentions} mentions");
        Assert.InRange(mentions, trials, long.MaxValue);
    }

    private static int Agree(IPlanSnapshot expected, IPlanSnapshot found, Query query, BlockFilter filter, string about)
    {
        int[] columns = [.. Enumerable.Range(0, PlanSchema.Schema.Columns.Length)];
        var (left, right) = (expected.Count(query, filter, columns, default), found.Count(query, filter, columns, default));
        Same(left.MentionsByDocument, right.MentionsByDocument, $"mentions of {about}");
        Same(left.RecordsByDocument, right.RecordsByDocument, $"records of {about}");
        Same(left.LongerRunsByDocument, right.LongerRunsByDocument, $"longer runs of {about}");
        Same(left.Aside.OrderBy(count => (count.Document, count.Value)), right.Aside.OrderBy(count => (count.Document, count.Value)), $"aside of {about}");
        foreach (var column in columns)
        {
            Same(Cells(left.ByColumn[column].MentionsOf), Cells(right.ByColumn[column].MentionsOf), $"mentions by column {column} of {about}");
            Same(Cells(left.ByColumn[column].RecordsOf), Cells(right.ByColumn[column].RecordsOf), $"records by column {column} of {about}");
        }

        IEnumerable<int> Cells(Func<int, int, int> cell) =>
            from plan in Enumerable.Range(0, expected.PlanCount)
            from value in Enumerable.Range(0, Engine.IndexSchema.MaxColumnValues)
            select cell(plan, value);

        for (var plan = 0; plan < expected.PlanCount; plan++)
        {
            var (list, other) = (new List<Mention>(), new List<Mention>());
            expected.Mentions(query, filter, plan, list, default);
            found.Mentions(query, filter, plan, other, default);
            Same(list, other, $"list of {about}");
        }

        SameRecords(expected, found, query, filter, about);
        Same([expected.Totals(query, default)], [found.Totals(query, default)], $"totals of {about}");
        return left.MentionsByDocument.Sum();
    }

    private static void SameRecords(IPlanSnapshot expected, IPlanSnapshot found, Query query, BlockFilter filter, string about)
    {
        int[] all = [.. Enumerable.Range(0, expected.PlanCount)];
        Same(
            expected.Search(query, filter, [], all, int.MaxValue, default).Best.Select(record => (record.Document, record.Record)).Order(),
            found.Search(query, filter, [], all, int.MaxValue, default).Best.Select(record => (record.Document, record.Record)).Order(),
            $"top of {about}");
    }

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> found, string about) =>
        Assert.True(expected.SequenceEqual(found), $"{about}: {string.Join(' ', expected.Except(found).Take(5))} | {string.Join(' ', found.Except(expected).Take(5))}");

    private static IPlanSnapshot Publish(IPlanIndex index, IEnumerable<(StoredPlan Plan, IReadOnlyList<string> Texts)> documents)
    {
        using var writer = index.OpenWriter();
        foreach (var (plan, texts) in documents)
        {
            writer.Put(plan, texts);
        }

        writer.Commit(new CorpusManifest(DateTimeOffset.UnixEpoch, "", [], [], [], ImmutableSortedDictionary<string, string>.Empty));
        return index.OpenNewest()!;
    }

    private static (StoredPlan Plan, IReadOnlyList<string> Texts) Parse(string path)
    {
        var document = PlanParser.Parse(PlanReader.Read(File.ReadAllBytes(path)).Source!);
        var name = Path.GetFileNameWithoutExtension(path);
        var plan = StoredPlanBuilder.Build(
            document, new PlanMetadata { Title = name, ShortTitle = name }, new PlanFile(name, "/", Path.GetFileName(path), 1, ""));
        return (plan, [.. document.Blocks.Select(block => block.Text)]);
    }
}
