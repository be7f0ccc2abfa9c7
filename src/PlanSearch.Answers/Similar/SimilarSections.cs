using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Offers;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Similar;

/// <summary>The sections nearest to a paragraph in words (内容相关): ranked by the words that tell it from others, not all mentions.</summary>
public sealed record SimilarSections
{
    /// <summary>Which plan the paragraph is in, as lists show it.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>The paragraph's anchor, as it is today.</summary>
    public required string Anchor { get; init; }

    /// <summary>Where the paragraph is: headings above it, box, page.</summary>
    public required Place Place { get; init; }

    /// <summary>The paragraph whole, as its plan prints it; cells parted by TAB.</summary>
    public required string Text { get; init; }

    /// <summary>Its most telling words, each with its counts under the filters; empty where it has none that another section has.</summary>
    public required ImmutableArray<WordUse> Words { get; init; }

    /// <summary>The nearest sections, boxes and tables, best first; its own is not among them.</summary>
    public required ImmutableArray<RecordHit> Hits { get; init; }

    /// <summary>Each plan of the hits once, in the order of its first hit.</summary>
    public required ImmutableArray<PlanSummary> Plans { get; init; }

    /// <summary>The words as a question of their own, for mode=words.</summary>
    public string Query => Search.Query;

    /// <summary>That question, under the same filters.</summary>
    [JsonIgnore]
    public SearchRequest Search { get; init; } = new() { Query = "" };

    /// <summary>Finds them.</summary>
    /// <param name="reader">The generation.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="anchor">The anchor of the paragraph, or one it had before the plan was cut otherwise.</param>
    /// <param name="request">Its filters and its size count; its query does not.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Outcome<SimilarSections> Of(
        CollectionReader reader, string planId, string anchor, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        return BlockAt.Of(reader.View, planId, anchor)
            .Then(at => Of(reader, at.Text, at.Block, at.Offset, request, cancellationToken));
    }

    private static Outcome<SimilarSections> Of(
        CollectionReader reader, PlanText plan, int block, int offset, SearchRequest request, CancellationToken cancellationToken)
    {
        var words = TellingWords.Of(reader, plan.BlockText(block), cancellationToken);
        var search = new SearchRequest
        {
            Query = string.Join(' ', words.Select(word => word.Word)),
            Mode = QueryMode.Words,
            Order = SearchOrder.Relevance,
            WithPlaces = false,
            Filters = request.Filters,
        };
        var similar = new SimilarSections
        {
            Plan = plan.Entry.Summary,
            Anchor = plan.AnchorOf(block),
            Place = plan.PlaceOf(block, offset),
            Text = plan.BlockText(block),
            Words = [],
            Hits = [],
            Plans = [],
            Search = search,
        };
        // One more than is wanted: its own section is always among the nearest.
        return words.IsEmpty ? similar : CountedInquiry
            .About(reader, search with { Size = request.Size + 1, WithFacets = false }, QuestionOf(words), cancellationToken)
            .Then<SimilarSections>(inquiry => similar.With(inquiry, plan.Plan.Blocks[block].Record, request.Size));
    }

    // Each word is a term of its own: how much of the paragraph a section has is how many of them it has.
    private static Question QuestionOf(ImmutableArray<(string Word, double Weight)> words) => new()
    {
        Folded = "",
        Terms = [.. words.Select(word => word.Word)],
        Words = [.. words.Select((word, at) => new QuestionWord(word.Word, QuestionWord.Own, word.Weight, at))],
        Missing = [],
        Respelled = [],
        Places = [],
    };

    private SimilarSections With(CountedInquiry inquiry, int ownRecord, int most)
    {
        ImmutableArray<RecordHit> hits = [.. HitPages.Of(inquiry).Where(hit => hit.Plan != Plan.Id || hit.Record != ownRecord).Take(most)];
        return this with
        {
            Words = WordsAnswerer.Of(inquiry)!.Words,
            Hits = hits,
            Plans = HitPages.PlansOf(inquiry, hits),
        };
    }
}
