using System.Collections.Immutable;
using System.Text.Json;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Json;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>An answer that was made before is given again: the same to the last character, but for its time.</summary>
public sealed class RecentAnswersTests(ITestOutputHelper output)
{
    private static readonly ImmutableArray<SearchRequest> Requests =
    [
        InventedCollection.Ask("氢能"),
        InventedCollection.Ask("氢能") with { Mode = QueryMode.Expression },
        InventedCollection.Ask("氢能") with { Exact = true },
        InventedCollection.Ask("氢能") with { Size = 1 },
        InventedCollection.Ask("氢能") with { Order = SearchOrder.Relevance },
        InventedCollection.Ask("氢能") with { WithFacets = false },
        InventedCollection.Ask("氢能") with { WithZeroValues = true },
        InventedCollection.Ask("氢能") with { WithRelated = false },
        InventedCollection.Ask("氢能") with { Filters = Filter("part", "正文") },
        InventedCollection.Ask("氢能") with { Filters = Filter("part", "标题") },
        InventedCollection.Ask("氢能") with { Filters = Filter("part", "-标题") },
        InventedCollection.Ask("氢能 储能") with { Mode = QueryMode.Words },
        InventedCollection.Ask("氢能 储能") with { Mode = QueryMode.Words, WordsOff = ["储能"] },
        InventedCollection.Ask("氢能 储能") with { Mode = QueryMode.Words, WordsOff = ["氢能"] },
        InventedCollection.Ask("园区5G"),
    ];

    [Fact]
    public void Search_AskedInAnyOrderAndAgain_IsWhatACollectionOfItsOwnAnswers()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var plans = InventedCollection.Random(random, 6);
        using var asked = InventedCollection.Open(plans);
        foreach (var request in Enumerable.Range(0, 60).Select(_ => Requests[random.Next(Requests.Length)]))
        {
            using var fresh = InventedCollection.Open(plans);
            Assert.Equal(TextOf(fresh, request), TextOf(asked, request));
        }
    }

    [Fact]
    public void Search_TheSameAgain_AsksTheIndexNothingAndIsOfNow()
    {
        var time = new SetTime { Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var index = new WatchedIndex(new ScanPlanIndex());
        InventedCollection.Publish(index, InventedCollection.Manifest, Plans("氢能"));
        using var corpus = PlanCollection.Open(InventedCollection.Options with { Time = time }, () => index);
        var first = corpus.Search(InventedCollection.Ask("氢能"), default).Value!;
        index.Forget();
        time.Now = time.Now.AddHours(1);

        var again = corpus.Search(InventedCollection.Ask("氢能"), default).Value!;

        Assert.DoesNotContain(index.Calls, call => call.Operation is "Tally" or "Mentions");
        Assert.Equal(first.Hits, again.Hits);
        Assert.Equal(TimeSpan.FromHours(1), again.Certificate.Time - first.Certificate.Time);
    }

    // What a page shows beside its records is as dear as they are.
    [Fact]
    public void Inquiry_TheSameAgain_AsksTheIndexNothing()
    {
        var index = new WatchedIndex(new ScanPlanIndex());
        InventedCollection.Publish(index, InventedCollection.Manifest, Plans("发展氢能，推广氢能"));
        using var corpus = PlanCollection.Open(InventedCollection.Options, () => index);
        var first = Page();
        index.Forget();

        var again = Page();

        Assert.DoesNotContain(index.Calls, call => call.Operation is "Tally" or "Mentions");
        Assert.Equal(first, again);

        (long Mentions, RecordKinds Kinds, LongerWords? Longer) Page()
        {
            using var reader = corpus.Read();
            var inquiry = reader.Ask(InventedCollection.Ask("氢能"), default).Value!;
            Assert.Equal(2, inquiry.Records.Value!.Certificate.Mentions);
            return (inquiry.Certificate.Mentions, inquiry.Kinds, inquiry.Longer);
        }
    }

    // Filters are the same either way; what the answer says of them is not.
    [Fact]
    public void Search_OfAPeriodSaidAndOneChosen_AreTwoAnswers()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("第一章").Paragraph("发展氢能"), metadata => metadata with { Period = "十四五" }));
        var said = InventedCollection.Ask("十四五 氢能") with { Mode = QueryMode.Words };

        var applied = corpus.Search(said, default).Value!.Words!.AppliedFilters;
        var chosen = corpus.Search(said with { Filters = Filter("period", "十四五") }, default).Value!.Words!.AppliedFilters;

        Assert.Equal(("十四五", 0), (Assert.Single(applied).Said, chosen.Length));
    }

    [Fact]
    public void Search_OfANewerGeneration_IsMadeAnew()
    {
        var index = new WatchedIndex(new ScanPlanIndex());
        InventedCollection.Publish(index, InventedCollection.Manifest, Plans("氢能"));
        using var corpus = PlanCollection.Open(InventedCollection.Options, () => index);
        Assert.Equal(1, corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Certificate.Mentions);

        InventedCollection.Publish(index, InventedCollection.Manifest, Plans("氢能，氢能"));

        Assert.Equal(2, corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Certificate.Mentions);
    }

    [Fact]
    public void Search_OfATopicWhoseFileHasChanged_IsMadeAnew()
    {
        using var folder = new IngestFolder();
        folder.WriteAt("reference/topics.yaml", "- name: 氢能\n  definition: 氢\n  members: [氢能]\n");
        folder.Write("a.txt", "发展氢能产业和制氢");
        folder.Run();
        using var corpus = PlanCollection.Open(folder.Options with { ReferenceDirectory = folder.At("reference") });
        Assert.Equal(1, corpus.Search(InventedCollection.Ask("#氢能"), default).Value!.Certificate.Mentions);

        folder.WriteAt("reference/topics.yaml", "- name: 氢能\n  definition: 氢的一切\n  members: [氢能, 制氢]\n");

        Assert.Equal(2, corpus.Search(InventedCollection.Ask("#氢能"), default).Value!.Certificate.Mentions);
    }

    private static ImmutableSortedDictionary<string, FacetSelection> Filter(string facet, string value) =>
        InventedCollection.Ask("").Filters.Add(facet, FacetSelection.Of([value]));

    private static List<(StoredPlan Plan, IReadOnlyList<string> Texts)> Plans(string text) =>
        [InventedCollection.Built(new HandMadePlan("甲").Heading("第一章").Paragraph(text))];

    private static string TextOf(PlanCollection corpus, SearchRequest request)
    {
        var (answer, fault) = corpus.Search(request, default);
        return answer is null ? fault!.Code : JsonSerializer.Serialize(Timeless(answer), AnswerJson.Options);
    }

    // A cursor names the index that it is of.
    private static SearchAnswer Timeless(SearchAnswer answer) => answer with
    {
        Certificate = answer.Certificate with { Time = default },
        Next = answer.Next is null ? null : "more",
    };

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
