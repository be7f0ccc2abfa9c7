using PlanSearch.Answers.Changes;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Changes;

/// <summary>Feeds held against full scans of what each generation held: nothing is missing, nothing is twice.</summary>
internal static class FeedOracle
{
    /// <summary>Searches of many kinds, with and without filters that plans move in and out of.</summary>
    public static IReadOnlyList<SearchRequest> Searches { get; } =
    [
        InventedCollection.Ask("氢能"),
        InventedCollection.Ask("氢能") with { Filters = InventedCollection.Ask("").Filters.Add("level", new FacetSelection(["市级"], [])) },
        InventedCollection.Ask("储能") with { Filters = InventedCollection.Ask("").Filters.Add("part", new FacetSelection([], ["正文"])) },
        InventedCollection.Ask("氢能 -储能") with { Mode = QueryMode.Expression },
        InventedCollection.Ask("园区 | 绿港") with { Mode = QueryMode.Expression, Exact = true },
    ];

    /// <summary>Every feed since every generation that is known, and the feed of all changes.</summary>
    public static void Holds(RecordedCollection collection, SearchRequest search, int size = 200)
    {
        using var corpus = collection.Open();
        var generation = corpus.Status.Generation;
        var whole = All(corpus, search, since: null, size);
        Assert.True(whole.From is 1 or long.MaxValue, $"from {whole.From}");
        var scans = collection.Generations.Where(since => since >= whole.From)
            .ToDictionary(since => since, since => Scan(collection, since, search));
        var now = scans.Count > 0 ? scans[scans.Keys.Max()] : [];
        foreach (var (since, scan) in scans)
        {
            Assert.Equal(Difference(scan, now), Changes(All(corpus, search, since, size).Changes));
        }

        Assert.Empty(All(corpus, search, generation, size).Changes);
        foreach (var (before, commit) in scans.Keys.Order().Zip(scans.Keys.Order().Skip(1)))
        {
            Assert.Equal(Difference(scans[before], scans[commit]), Changes(whole.Changes.Where(change => change.Generation == commit)));
        }

        Assert.All(whole.Changes, change => Assert.Contains(change.Generation, collection.Generations));
        Assert.Equal(whole.Changes.Count, whole.Changes.DistinctBy(change => change.Id).Count());
        Assert.Equal(
            whole.Changes.Select(change => change.Generation).OrderDescending(), whole.Changes.Select(change => change.Generation));
    }

    /// <summary>All pages of a feed.</summary>
    public static (long From, List<MentionChange> Changes) All(PlanCollection corpus, SearchRequest search, long? since, int size)
    {
        var changes = new List<MentionChange>();
        for (string? cursor = null; ;)
        {
            var (answer, fault) = corpus.Feed(search with { Size = size, Cursor = cursor }, since, default);
            if (answer is null)
            {
                // A value that no plan has or had: there was nothing, and there is nothing.
                Assert.Equal("unknown_value", fault!.Code);
                return (long.MaxValue, changes);
            }

            changes.AddRange(answer.Changes);
            if (answer.Next is null)
            {
                Assert.Equal(
                    (answer.Counts.Added + answer.Counts.Removed + answer.Counts.Changed, 0), (changes.Count, answer.Counts.Rules));
                return (answer.From, changes);
            }

            cursor = answer.Next;
        }
    }

    /// <summary>What a generation held of a search, read from end to end.</summary>
    private static HashSet<string> Scan(RecordedCollection collection, long generation, SearchRequest search)
    {
        using var corpus = InventedCollection.Open(collection.At(generation).Values.Select(plan => plan.Built()));
        var (stream, fault) = corpus.StreamMentions(search, default);
        if (stream is null)
        {
            Assert.Equal("unknown_value", fault!.Code);
            return [];
        }

        var rows = stream.Rows.Select(StateOf).ToList();
        Assert.Equal(rows.Count, rows.Distinct().Count());
        return [.. rows];
    }

    private static List<string> Difference(HashSet<string> before, HashSet<string> after) =>
        [.. before.Except(after)
            .Select(state => "- " + state)
            .Concat(after.Except(before).Select(state => "+ " + state))
            .Order(StringComparer.Ordinal)];

    private static List<string> Changes(IEnumerable<MentionChange> changes) =>
    [
        .. changes.SelectMany(
            change => new[]
            {
                change.Before is null ? null : "- " + StateOf(change.Before),
                change.After is null ? null : "+ " + StateOf(change.After),
            })
            .OfType<string>().Order(StringComparer.Ordinal),
    ];

    // All that makes a mention the same mention; the title stands for the metadata, of which it changes with each.
    private static string StateOf(MentionRow row) =>
        $"{row.Id} {row.PlanTitle} {string.Join('>', row.Place.Path)} {row.Place.BoxLabel} {row.Place.Kind} {row.Hit}";
}
