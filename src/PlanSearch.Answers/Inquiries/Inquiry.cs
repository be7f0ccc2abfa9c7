using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Inquiries;

/// <summary>One search over one generation, from which every part of an answer is taken: read once and counted once.</summary>
/// <remarks>
/// A part that nobody asks for is not made, and none is made twice; the mentions of a plan are asked of the index once, but by streams.
/// Private to one thread; it ends with its reader.
/// </remarks>
public sealed class Inquiry
{
    private Certificate? _certificate;
    private Outcome<SearchAnswer>? _records;
    private AbsenceList? _absent;
    private ImmutableArray<Facet>? _facets;

    private Inquiry(CountedInquiry counted) => Counted = counted;

    /// <summary>What was asked: query, mode, filters, order and page.</summary>
    public SearchRequest Request => Counted.Request;

    /// <summary>The proof of the whole answer.</summary>
    public Certificate Certificate => _certificate ??= Page?.Certificate ?? CertificateMaker.Make(Counted, Counted.Now);

    /// <summary>The page of records that the request asks for, with what is beside it.</summary>
    public Outcome<SearchAnswer> Records => _records ??= RecentAnswers.Records(this);

    /// <summary>A record of the answer with every mention in its passages.</summary>
    public RecordHit Whole(RecordHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return hit.MoreMentions == 0 ? hit : PlanRecords.Of(Counted, [Counted.View.Find(hit.Plan).Value!.Number])[0].Whole(hit);
    }

    /// <summary>
    /// How many of the records found are sections, boxes and tables; not known above <see cref="RecordKinds.MaxPlans"/> plans.
    /// </summary>
    public RecordKinds Kinds => RecentAnswers.Part(Counted, RecordKinds.Of)!;

    /// <summary>The longer words that its word is part of; null where it has no one word, or no mention.</summary>
    public LongerWords? Longer => RecentAnswers.Part(Counted, LongerWordFinder.Of);

    /// <summary>The lines that the certificate counts as left out: contents pages, covers, page marks.</summary>
    public AsideAnswer Aside => AsideLines.Of(Counted);

    /// <summary>Who does not say it, all of them.</summary>
    public AbsenceList Absent => _absent ??= Page?.Absent ?? AbsenceFinder.Find(Counted);

    /// <summary>The facets with all their values; empty where the request wants none.</summary>
    public ImmutableArray<Facet> Facets => _facets ??= Request.WithFacets ? FacetCounter.List(Counted) : [];

    /// <summary>When the data that answer were published, UTC.</summary>
    public DateTimeOffset BuiltAt => Counted.Reader.BuiltAt;

    /// <summary>What its parts are made of.</summary>
    internal CountedInquiry Counted { get; }

    // The page of records where there is one, made by this inquiry or by one before: it has the certificate and who does not say it.
    private SearchAnswer? Page => _records?.Value ?? RecentAnswers.Known(Counted);

    /// <summary>The page of mentions that the request asks for.</summary>
    /// <param name="order">
    /// A fault (<c>too_many_mentions</c>) above <see cref="KwicSort.MaxMentions"/> by neighbours: never a part sorted as if it were all.
    /// </param>
    public Outcome<MentionsAnswer> Mentions(MentionOrder order) => MentionsAnswerer.Answer(this, order);

    /// <summary>What occurs next to the mentions, left and right, most frequent first.</summary>
    /// <param name="width">Characters taken together, 1 to <see cref="NeighbourGroups.MaxWidth"/>.</param>
    public Outcome<NeighbourAnswer> Neighbours(int width) =>
        RecentAnswers.PartOrFault(Counted, counted => NeighbourGroups.Of(counted, width), width);

    /// <summary>The words around the mentions, and which of them are there more often than by chance.</summary>
    public WordCompany Company => RecentAnswers.Part(Counted, CollocateFinder.Words)!;

    /// <summary>The same with the characters next to the mentions.</summary>
    public CollocatesAnswer Collocates => CollocateFinder.Of(Counted, Certificate);

    /// <summary>Plans of the answer by their ids, each once, with all their mentions.</summary>
    public ImmutableArray<MentioningPlan> PlansOf(IEnumerable<string> ids)
    {
        List<PlanEntry> plans = [.. ids.Distinct().Select(id => Counted.View.Find(id).Value!)];
        return [.. plans.Zip(
            Counted.MentionsOf([.. plans.Select(plan => plan.Number)]),
            (plan, mentions) => new MentioningPlan(plan.Summary, mentions.Length))];
    }

    /// <summary>Where in each plan the mentions occur, for the plans with most of them.</summary>
    /// <param name="plans">The most plans wanted.</param>
    public SpreadAnswer Spread(int plans) => RecentAnswers.Part(Counted, counted => MentionSpread.Of(counted, plans), plans)!;

    /// <summary>Every mention in document order, made as they are enumerated; size and cursor of the request are not looked at.</summary>
    public MentionStream Stream() => new(Certificate, MentionRows.Streamed(Counted), () => Absent)
    {
        Plans = [.. Counted.PlansInScope.Select(entry => entry.Summary)],
    };

    /// <summary>Reads a request, or says why it cannot be answered.</summary>
    internal static Outcome<Inquiry> Begin(CollectionReader reader, SearchRequest request, CancellationToken cancellationToken) =>
        CountedInquiry.Begin(reader, request, cancellationToken).Then<Inquiry>(counted => new Inquiry(counted));
}
