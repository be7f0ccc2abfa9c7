using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;
using PlanSearch.Corpus.Index.Port;
using PlanSearch.Corpus.Words;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Answers;

/// <summary>One search over one generation, from which every part of an answer is taken: read once and counted once.</summary>
/// <remarks>
/// A part that nobody asks for is not made, and none is made twice; the mentions of a plan are asked of the index once, but by streams.
/// Private to one thread; it ends with its reader.
/// </remarks>
public sealed class Inquiry
{
    /// <summary>Streams ask for the mentions of so many plans at once, or of fewer with so many mentions.</summary>
    private const int PlansAtOnce = 32;
    private const int MentionsAtOnce = 10_000;

    private readonly InputReading _reading;
    private readonly Dictionary<int, Mention[]> _mentions = [];
    private TallyAnswer? _counts;
    private Certificate? _certificate;
    private Outcome<SearchAnswer>? _records;
    private AbsenceList? _absent;
    private ImmutableArray<Facet>? _facets;

    private Inquiry(CollectionReader reader, SearchRequest request, InputReading reading, ResolvedFilters filters, CancellationToken cancellationToken)
    {
        (Reader, Request, _reading, Filters, CancellationToken) = (reader, request, reading, filters, cancellationToken);
        EngineQuery = Queries.EngineQuery.From(reading.Query, request.Exact);
        Members = Queries.EngineQuery.MemberNames(EngineQuery);
        Page = HitPages.Wanted(request);
    }

    /// <summary>The search.</summary>
    public SearchRequest Request { get; }

    /// <summary>The proof of the whole answer.</summary>
    public Certificate Certificate => _certificate ??= CertificateMaker.Make(this, Reader.Options.Time.GetUtcNow());

    /// <summary>The page of records that the request asks for, with what stands beside it.</summary>
    public Outcome<SearchAnswer> Records => _records ??= SearchAnswerer.Answer(this);

    /// <summary>A record of the answer with every mention in its passages.</summary>
    public RecordHit Whole(RecordHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return hit.MoreMentions == 0 ? hit : PlanRecords.Of(this, [View.Find(hit.Plan).Value!.Number])[0].Hit(hit.Record, hit.Score, int.MaxValue);
    }

    /// <summary>How many of the records found are sections, boxes and tables; not known above <see cref="RecordKinds.MaxPlans"/> plans.</summary>
    public RecordKinds Kinds => RecordKinds.Of(this);

    /// <summary>The longer words that its word is part of; null where it has no one word, or no mention.</summary>
    public LongerWords? Longer => LongerWordFinder.Of(this);

    /// <summary>The lines that the certificate counts as left out: contents pages, covers, page marks.</summary>
    public AsideAnswer Aside => AsideLines.Of(this);

    /// <summary>Who does not say it, all of them.</summary>
    public AbsenceList Absent => _absent ??= AbsenceFinder.Find(this);

    /// <summary>The facets with all their values; empty where the request wants none.</summary>
    public ImmutableArray<Facet> Facets => _facets ??= Request.WithFacets ? FacetCounter.List(this) : [];

    internal CollectionReader Reader { get; }

    internal CorpusView View => Reader.View;

    internal Vocabulary Vocabulary => Reader.Vocabulary;

    /// <summary>Cuts texts into words, with those that the plans have of their own.</summary>
    internal WordCutter Cutter => Reader.Words(CancellationToken).Words.Cutter;

    /// <summary>Ends whatever is made.</summary>
    internal CancellationToken CancellationToken { get; }

    /// <summary>The filters of the request and those written into the query.</summary>
    internal ResolvedFilters Filters { get; }

    internal InputReadings Readings => _reading.Readings;

    /// <summary>Whether the input was taken as it stands.</summary>
    internal bool IsLiteral => _reading.IsLiteral;

    /// <summary>The query that is answered.</summary>
    internal PlanQuery Query => _reading.Query;

    internal Query EngineQuery { get; }

    /// <summary>The names of the query's words, which mentions give by rank.</summary>
    internal ImmutableArray<string> Members { get; }

    /// <summary>The page of records that is counted along.</summary>
    internal TallyPage Page { get; private init; }

    /// <summary>What was counted, with the facets where the request wants any, and <see cref="Page"/>.</summary>
    internal TallyAnswer Counts => _counts ??= View.Snapshot.Tally(
        new TallyRequest(EngineQuery)
        {
            Blocks = Filters.Blocks,
            Plans = Filters.Plans,
            Facets = Request.WithFacets ? View.Facets.ListedNames : [],
            Page = Page,
        },
        CancellationToken);

    /// <summary>The page of mentions that the request asks for.</summary>
    /// <param name="order">A fault (<c>too_many_mentions</c>) above <see cref="KwicSort.MaxMentions"/> by neighbours: never a part sorted as if it were all.</param>
    public Outcome<MentionsAnswer> Mentions(MentionOrder order) => MentionsAnswerer.Answer(this, order);

    /// <summary>What occurs next to the mentions, left and right, most frequent first.</summary>
    /// <param name="width">Characters taken together, 1 to <see cref="NeighbourGroups.MaxWidth"/>.</param>
    public Outcome<NeighbourAnswer> Neighbours(int width) => NeighbourGroups.Of(this, width);

    /// <summary>The words around the mentions, and which of them are there more often than by chance.</summary>
    public WordCompany Company => CollocateFinder.Words(this);

    /// <summary>The same with the characters next to the mentions.</summary>
    public CollocatesAnswer Collocates => CollocateFinder.Of(this);

    /// <summary>Plans of the answer by their ids, each once, with all their mentions.</summary>
    public ImmutableArray<MentioningPlan> PlansOf(IEnumerable<string> ids)
    {
        List<PlanEntry> plans = [.. ids.Distinct().Select(id => View.Find(id).Value!)];
        return [.. plans.Zip(MentionsOf([.. plans.Select(plan => plan.Number)]), (plan, mentions) => new MentioningPlan(plan.Summary, mentions.Length))];
    }

    /// <summary>Where in each plan the mentions occur, for the plans with most of them.</summary>
    /// <param name="plans">The most plans wanted.</param>
    public SpreadAnswer Spread(int plans) => MentionSpread.Of(this, plans);

    /// <summary>Every mention in document order, made as they are enumerated; size and cursor of the request are not looked at.</summary>
    public MentionStream Stream() => new(Certificate, MentionRows.Streamed(this))
    {
        Plans = [.. View.InOrder.Where(entry => Filters.Selected.Contains(entry.Number)).Select(entry => entry.Summary)],
        Absent = AbsenceFinder.Find(this),
    };

    /// <summary>Reads a request, or says why it cannot be answered.</summary>
    internal static Outcome<Inquiry> Begin(CollectionReader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Sample?.Fault is { } sampleFault)
        {
            return sampleFault;
        }

        var (reading, unreadable) = InputReading.Of(reader, request, cancellationToken);
        if (reading is null)
        {
            return unreadable!;
        }

        var (filters, fault) = ResolvedFilters.Resolve(reader.View.Facets, request.Filters, reading.Query as NarrowedQuery);
        return filters is null ? fault! : new Inquiry(reader, request, reading, filters, cancellationToken);
    }

    /// <summary>Another query under the same filters, with its best records.</summary>
    internal Inquiry With(PlanQuery query, int best) =>
        new(Reader, Request with { WithFacets = false }, new InputReading(Readings, query, IsLiteral: false), Filters, CancellationToken)
        {
            Page = new TallyPage(TallyOrder.Relevance, TallyUnit.Records, 0, best),
        };

    /// <summary>What another query counts, under the same filters of the request and its own.</summary>
    internal Outcome<TallyAnswer> Count(PlanQuery query) => Count(query, Request.Filters);

    /// <summary>What another query counts under other filters.</summary>
    internal Outcome<TallyAnswer> Count(PlanQuery query, ImmutableSortedDictionary<string, FacetSelection> filters)
    {
        var (resolved, fault) = ResolvedFilters.Resolve(View.Facets, filters, query as NarrowedQuery);
        return resolved is null ? fault! : View.Snapshot.Tally(
            new TallyRequest(Queries.EngineQuery.From(query, Request.Exact)) { Blocks = resolved.Blocks, Plans = resolved.Plans }, CancellationToken);
    }

    /// <summary>The mentions in some plans, each as the plan reads. They are kept.</summary>
    /// <returns>By plan, in the order they are named in.</returns>
    internal Mention[][] MentionsOf(IReadOnlyList<int> plans)
    {
        List<int> missing = [.. plans.Where(plan => !_mentions.ContainsKey(plan)).Distinct()];
        if (missing.Count > 0)
        {
            var next = 0;
            View.Snapshot.Prefetch(missing);
            View.Snapshot.Mentions(EngineQuery, Filters.Blocks, missing, found => _mentions.Add(missing[next++], found.ToArray()), CancellationToken);
        }

        return [.. plans.Select(plan => _mentions[plan])];
    }

    /// <summary>The same; they are not kept, but taken from what is.</summary>
    internal Mention[][] ReadMentions(IReadOnlyList<int> plans)
    {
        var found = new Dictionary<int, Mention[]>();
        List<int> missing = [.. plans.Where(plan => !_mentions.ContainsKey(plan))];
        if (missing.Count > 0)
        {
            var next = 0;
            View.Snapshot.Mentions(EngineQuery, Filters.Blocks, missing, mentions => found.Add(missing[next++], mentions.ToArray()), CancellationToken);
        }

        return [.. plans.Select(plan => _mentions.GetValueOrDefault(plan) ?? found[plan])];
    }

    /// <summary>The plans with mentions in division order, with their mentions, a few at a time; none is kept.</summary>
    internal IEnumerable<(PlanEntry Entry, Mention[] Mentions)> EachPlan()
    {
        var plans = new List<int>();
        var mentions = 0;
        foreach (var plan in Counts.Lists.All())
        {
            if (plans.Count == PlansAtOnce || (plans.Count > 0 && mentions + plan.Mentions > MentionsAtOnce))
            {
                foreach (var one in Read(plans))
                {
                    yield return one;
                }

                plans.Clear();
                mentions = 0;
            }

            plans.Add(plan.Plan);
            mentions += plan.Mentions;
        }

        foreach (var one in Read(plans))
        {
            yield return one;
        }
    }

    private IEnumerable<(PlanEntry Entry, Mention[] Mentions)> Read(List<int> plans)
    {
        CancellationToken.ThrowIfCancellationRequested();
        View.Snapshot.Prefetch(plans);
        var mentions = ReadMentions(plans);
        for (var at = 0; at < plans.Count; at++)
        {
            CancellationToken.ThrowIfCancellationRequested();
            yield return (View.Entries[plans[at]], mentions[at]);
        }
    }
}
