using System.Text.Json;
using PlanSearch.Answers.Json;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>All nodes end as in a power cut, and come back with what they had.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class RestartTests(ThreeNodes nodes)
{
    private static readonly SearchRequest Asked = InventedCollection.Ask("湖泊") with { Size = 1 };

    [NodesFact]
    public void Cursor_OfAFormerGeneration_HasTheSamePagesAfterCommitsAndARestartOfAllNodes()
    {
        using var place = new ClusterPlace(nodes.Place() with { Urls = [.. nodes.Own.Urls], Replicas = 1 });
        using var index = place.Open();
        InventedCollection.Publish(index, InventedCollection.Manifest, Plans("湖泊"));
        string cursor;
        List<string> pages;
        using (var before = PlanCollection.Open(InventedCollection.Options, place.Open))
        {
            cursor = before.Search(Asked, default).Value!.Next!;
            pages = PagesFrom(before, cursor);
        }

        InventedCollection.Publish(index, InventedCollection.Manifest, Plans("港口"));
        InventedCollection.Publish(index, InventedCollection.Manifest, Plans("码头"));
        place.AwaitCopies();
        for (var node = 1; node <= nodes.Own.Urls.Count; node++)
        {
            nodes.Own.Kill(node);
        }

        nodes.Own.Again();
        place.AwaitCopies();

        using var after = PlanCollection.Open(InventedCollection.Options, place.Open);
        Assert.Equal(3, pages.Count);
        Assert.Equal(pages, PagesFrom(after, cursor));
        var newest = after.Search(Asked, default).Value!.Certificate;
        Assert.Equal((3, 0), (newest.Generation, newest.Mentions));
    }

    private static List<string> PagesFrom(PlanCollection collection, string? cursor)
    {
        var pages = new List<string>();
        while (cursor is not null)
        {
            var page = collection.Search(Asked with { Cursor = cursor }, default).Value!;
            pages.Add($"{page.Certificate.Generation} {JsonSerializer.Serialize(page.Hits, AnswerJson.Options)}");
            cursor = page.Next;
        }

        return pages;
    }

    private static IEnumerable<(StoredPlan Plan, IReadOnlyList<string> Texts)> Plans(string word) =>
        Enumerable.Range(1, 4).Select(number => InventedCollection.Built(new HandMadePlan($"规划{number}").Paragraph($"{word}之{number}")));
}
