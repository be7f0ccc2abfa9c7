using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;
using PlanSearch.Engine.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Answers;

/// <summary>One search over one generation, from which every part of an answer is taken: read once and counted once.</summary>
/// <remarks>
/// A part that nobody asks for is not made, and none is made twice; the mentions of a plan are asked of the index once, but by streams.
/// Private to one thread; it ends with its reader.
/// </remarks>
public sealed class Inquiry
{
    private readonly InputReading _reading;
    private readonly Dictionary<int, Mention[]> _mentions = [];
    private (QueryCounts Counts, IReadOnlyList<ScoredRecord> Best)? _counted;
    private Certificate? _certificate;
    private Outcome<SearchAnswer>? _records;
    private AbsenceList? _absent;
    private ImmutableArray<Facet>? _facets;

    private Inquiry(CollectionReader reader, SearchRequest request, InputReading reading, ResolvedFilters filters, CancellationToken cancellationToken)
    {
        (Reader, Request, _reading, Filters, CancellationToken) = (reader, request, reading, filters, cancellationToken);
        EngineQuery = Queries.EngineQuery.From(reading.Query, request.Exact);
        Members = Queries.EngineQuery.MemberNames(EngineQuery);
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
    public ImmutableArray<Facet> Facets => _facets ??= Request.WithFacets ? FacetCounter.Count(this) : [];

    internal CollectionReader Reader { get; }

    internal CorpusView View => Reader.View;

    internal Vocabulary Vocabulary => Reader.Vocabulary;

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

    /// <summary>Mentions and records of every plan under the filters on blocks; plans out of scope are counted too.</summary>
    /// <remarks>By column as <see cref="FacetCatalog.BlockFields"/> lists them, where the request wants facets.</remarks>
    internal QueryCounts Counts => Counted.Counts;

    /// <summary>The best records, as many as a page by relevance needs; equal ones in division order, then as they read.</summary>
    internal IReadOnlyList<ScoredRecord> Best => Counted.Best;

    /// <summary>The counts in the three units over the plans in scope.</summary>
    internal Tally Total => Tally.Of(Counts, Filters);

    /// <summary>The plans in scope with mentions, in division order.</summary>
    internal IEnumerable<PlanEntry> Mentioning => View.InOrder.Where(entry => MentionsIn(entry) > 0);

    private (QueryCounts Counts, IReadOnlyList<ScoredRecord> Best) Counted => _counted ??= Count(HitPages.BestWanted(Request));

    /// <summary>The page of mentions that the request asks for.</summary>
    /// <param name="order">A fault (<c>too_many_mentions</c>) above <see cref="KwicSort.MaxMentions"/> by neighbours: never a part sorted as if it were all.</param>
    public Outcome<MentionsAnswer> Mentions(MentionOrder order) => MentionsAnswerer.Answer(this, order);

    /// <summary>What occurs next to the mentions, left and right, most frequent first.</summary>
    /// <param name="width">Characters taken together, 1 to <see cref="NeighbourGroups.MaxWidth"/>.</param>
    public Outcome<NeighbourAnswer> Neighbours(int width) => NeighbourGroups.Of(this, width);

    /// <summary>Plans of the answer by their ids, each once, with all their mentions.</summary>
    public ImmutableArray<MentioningPlan> PlansOf(IEnumerable<string> ids) =>
        [.. ids.Distinct().Select(id => View.Find(id).Value!).Select(entry => new MentioningPlan(entry.Summary, MentionsIn(entry)))];

    /// <summary>Where in each plan the mentions occur, for the plans with most of them.</summary>
    /// <param name="plans">The most plans wanted.</param>
    public SpreadAnswer Spread(int plans) => MentionSpread.Of(this, plans);

    /// <summary>Every mention in document order, made as they are enumerated; size and cursor of the request are not looked at.</summary>
    public MentionStream Stream() => new(Certificate, MentionRows.Streamed(this))
    {
        Plans = [.. View.InOrder.Where(entry => Filters.InScope[entry.Number]).Select(entry => entry.Summary)],
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
    internal Inquiry With(PlanQuery query, int best)
    {
        var other = new Inquiry(Reader, Request with { WithFacets = false }, new InputReading(Readings, query, IsLiteral: false), Filters, CancellationToken);
        other._counted = other.Count(best);
        return other;
    }

    /// <summary>The mentions that another query would have, under the same filters of the request and its own.</summary>
    internal Outcome<Tally> Count(PlanQuery query) => Count(query, Request.Filters);

    /// <summary>The mentions that another query would have under other filters.</summary>
    internal Outcome<Tally> Count(PlanQuery query, ImmutableSortedDictionary<string, FacetSelection> filters)
    {
        var (resolved, fault) = ResolvedFilters.Resolve(View.Facets, filters, query as NarrowedQuery);
        if (resolved is null)
        {
            return fault!;
        }

        var counts = View.Snapshot.Count(Queries.EngineQuery.From(query, Request.Exact), resolved.Blocks, [], CancellationToken);
        return Tally.Of(counts, resolved);
    }

    /// <summary>How many mentions a plan has; 0 out of scope.</summary>
    internal int MentionsIn(PlanEntry entry) => Filters.InScope[entry.Number] ? Counts.MentionsByDocument[entry.Number] : 0;

    /// <summary>The mentions in some plans, each as the plan reads. They are kept.</summary>
    /// <returns>By plan, in the order they are named in.</returns>
    internal Mention[][] MentionsOf(IReadOnlyList<int> plans)
    {
        List<int> missing = [.. plans.Where(plan => !_mentions.ContainsKey(plan)).Distinct()];
        if (missing.Count > 0)
        {
            var next = 0;
            View.Snapshot.Mentions(EngineQuery, Filters.Blocks, missing, found => _mentions.Add(missing[next++], found.ToArray()), CancellationToken);
        }

        return [.. plans.Select(plan => _mentions[plan])];
    }

    /// <summary>The mentions in one plan, as it reads. They are not kept, but taken from what is.</summary>
    internal Mention[] ReadMentions(int plan)
    {
        if (_mentions.TryGetValue(plan, out var kept))
        {
            return kept;
        }

        Mention[] mentions = [];
        View.Snapshot.Mentions(EngineQuery, Filters.Blocks, [plan], found => mentions = found.ToArray(), CancellationToken);
        return mentions;
    }

    private (QueryCounts Counts, IReadOnlyList<ScoredRecord> Best) Count(int best)
    {
        var columns = Request.WithFacets ? View.Facets.BlockColumns : [];
        return best == 0
            ? (View.Snapshot.Count(EngineQuery, Filters.Blocks, columns, CancellationToken), [])
            : View.Snapshot.Search(EngineQuery, Filters.Blocks, columns, Ranks(), best, CancellationToken);
    }

    // By number of the plan: its place in division order; -1 for one out of scope.
    private ImmutableArray<int> Ranks() =>
        Filters.HasEveryPlan ? View.Ranks : [.. View.Ranks.Select((rank, plan) => Filters.InScope[plan] ? rank : -1)];
}
