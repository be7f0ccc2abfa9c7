using System.Collections.Immutable;
using PlanSearch.Answers.Facets;
using PlanSearch.Answers.Questions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Counting;

/// <summary>One search over one generation, read once and counted once: what every part of its answer is made of.</summary>
/// <remarks>
/// What nobody asks for is not counted, and nothing twice; the mentions of a plan are asked of the index once, but by streams.
/// Private to one thread; it ends with its reader.
/// </remarks>
internal sealed class CountedInquiry
{
    /// <summary>Streams ask for the mentions of so many plans at once, or of fewer with so many mentions.</summary>
    private const int PlansAtOnce = 32;
    private const int MentionsAtOnce = 10_000;

    private readonly InputReading _reading;
    private readonly Dictionary<int, Mention[]> _mentions = [];
    private TallyAnswer? _counts;

    private CountedInquiry(
        CollectionReader reader, SearchRequest request, InputReading reading, ResolvedFilters filters, CancellationToken cancellationToken)
    {
        (Reader, Request, _reading, Filters, CancellationToken) = (reader, request, reading, filters, cancellationToken);
        EngineQuery = Queries.Language.EngineQuery.From(reading.Query, request.Exact);
        Members = Queries.Language.EngineQuery.MemberNames(EngineQuery);
        var offset = PageCursor.OffsetOf(request.Cursor);
        Page = new TallyPage(OrderOf(request.Order), TallyUnit.Records, offset, request.Size);
        Window = IsRanked ? RankingWindow.Over(Page) : Page;
    }

    /// <summary>What was asked: query, mode, filters, order and page.</summary>
    public SearchRequest Request { get; }

    public CollectionReader Reader { get; }

    public CorpusView View => Reader.View;

    public Vocabulary Vocabulary => Reader.Vocabulary;

    /// <summary>The clock of the collection, UTC; another time at each call.</summary>
    public DateTimeOffset Now => Reader.Options.Time.GetUtcNow();

    /// <summary>Ends whatever is made.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The filters of the request and those written into the query.</summary>
    public ResolvedFilters Filters { get; }

    public InputReadings Readings => _reading.Readings;

    /// <summary>Whether the input was taken as it is.</summary>
    public bool IsLiteral => _reading.IsLiteral;

    /// <summary>The input as it was read: literal, expression or words.</summary>
    public PlanQuery Query => _reading.Query;

    public Query EngineQuery { get; }

    /// <summary>The names of the query's words, which mentions give by rank.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>The input as a question, where it was read as one; else null.</summary>
    public Question? Question => _reading.Question;

    /// <summary>Whether its records are ranked as answers to its question.</summary>
    public bool IsRanked => Question is not null && Page.Order == TallyOrder.Relevance;

    /// <summary>The page of records that is wanted.</summary>
    public TallyPage Page { get; private init; }

    /// <summary>The records that are counted along: the page, or where they are ranked the windows it lies in.</summary>
    public TallyPage Window { get; private init; }

    /// <summary>The plans that its filters on plans leave, in division order.</summary>
    public IEnumerable<PlanEntry> PlansInScope => View.InOrder.Where(entry => Filters.Selected.Contains(entry.Number));

    /// <summary>What was counted, with the facets where the request wants any, and <see cref="Page"/>.</summary>
    public TallyAnswer Counts => _counts ??= View.Snapshot.Tally(
        new TallyRequest(EngineQuery)
        {
            Blocks = Filters.Blocks,
            Plans = Filters.Plans,
            Facets = Request.WithFacets ? FacetCatalog.Of(View).ListedNames : [],
            Page = Window,
            Weights = Question?.WeightsOf(EngineQuery) ?? [],
        },
        CancellationToken);

    /// <summary>Reads a request, or says why it cannot be answered.</summary>
    public static Outcome<CountedInquiry> Begin(CollectionReader reader, SearchRequest request, CancellationToken cancellationToken)
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

        var narrowed = reading.Question is { Places: { IsEmpty: false } places }
            ? request with { Filters = AppliedFilter.AddTo(request.Filters, places) }
            : request;
        var (filters, fault) = ResolvedFilters.Resolve(FacetCatalog.Of(reader.View), narrowed.Filters, reading.Query as NarrowedQuery);
        if (filters is null)
        {
            return fault!;
        }

        var inquiry = new CountedInquiry(reader, narrowed, reading, filters, cancellationToken);
        // Where a question's places have none of its words, they are words like others.
        return narrowed == request || inquiry.Counts.Total.Mentions > 0
            ? inquiry
            : Begin(reader, request with { WithPlaces = false }, cancellationToken);
    }

    /// <summary>A question that was made of a text: its words are taken as they are.</summary>
    public static Outcome<CountedInquiry> About(
        CollectionReader reader, SearchRequest request, Question question, CancellationToken cancellationToken)
    {
        var (readings, fault) = InputReadings.Of(request.Query, reader.Vocabulary.Topics);
        var reading = readings is null
            ? null
            : new InputReading(readings, question.QueryOf(request.Query), IsLiteral: false) { Question = question };
        return reading is null ? fault! : ResolvedFilters.Resolve(FacetCatalog.Of(reader.View), request.Filters, query: null)
            .Then<CountedInquiry>(filters => new CountedInquiry(reader, request, reading, filters, cancellationToken));
    }

    /// <summary>Another query under the same filters, with its best records.</summary>
    public CountedInquiry With(PlanQuery query, int best)
    {
        var page = new TallyPage(TallyOrder.Relevance, TallyUnit.Records, 0, best);
        return new(
            Reader, Request with { WithFacets = false }, new InputReading(Readings, query, IsLiteral: false), Filters, CancellationToken)
        {
            Page = page,
            Window = page,
        };
    }

    /// <summary>What a word counts under the filters of the inquiry.</summary>
    public UnitCounts CountWord(string word) => View.Snapshot.Tally(
        new TallyRequest(Queries.Language.EngineQuery.From(new LiteralTerm(word), Request.Exact))
        {
            Blocks = Filters.Blocks,
            Plans = Filters.Plans
        },
        CancellationToken).Total;

    /// <summary>What another query counts, under the same filters of the request and its own.</summary>
    public Outcome<TallyAnswer> Count(PlanQuery query) => Count(query, Request.Filters);

    /// <summary>What another query counts under other filters.</summary>
    public Outcome<TallyAnswer> Count(PlanQuery query, ImmutableSortedDictionary<string, FacetSelection> filters)
    {
        var (resolved, fault) = ResolvedFilters.Resolve(FacetCatalog.Of(View), filters, query as NarrowedQuery);
        return resolved is null ? fault! : View.Snapshot.Tally(
            new TallyRequest(Queries.Language.EngineQuery.From(query, Request.Exact)) { Blocks = resolved.Blocks, Plans = resolved.Plans },
            CancellationToken);
    }

    /// <summary>The mentions in some plans, each as the plan reads. They are kept.</summary>
    /// <returns>By plan, in the order they are named in.</returns>
    public Mention[][] MentionsOf(IReadOnlyList<int> plans)
    {
        List<int> missing = [.. plans.Where(plan => !_mentions.ContainsKey(plan)).Distinct()];
        foreach (var (plan, mentions) in missing.Zip(ReadMentions(missing)))
        {
            _mentions.Add(plan, mentions);
        }

        return [.. plans.Select(plan => _mentions[plan])];
    }

    /// <summary>The same; they are not kept, but taken from what is.</summary>
    public Mention[][] ReadMentions(IReadOnlyList<int> plans)
    {
        var found = new Dictionary<int, Mention[]>();
        List<int> missing = [.. plans.Where(plan => !_mentions.ContainsKey(plan))];
        if (missing.Count > 0)
        {
            var next = 0;
            View.Snapshot.Prefetch(missing);
            View.Snapshot.Mentions(
                EngineQuery, Filters.Blocks, missing, mentions => found.Add(missing[next++], mentions.ToArray()), CancellationToken);
        }

        return [.. plans.Select(plan => _mentions.GetValueOrDefault(plan) ?? found[plan])];
    }

    /// <summary>The plans with mentions in division order, with their mentions, a few at a time; none is kept.</summary>
    public IEnumerable<(PlanEntry Entry, Mention[] Mentions)> EachPlan()
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

    private static TallyOrder OrderOf(SearchOrder order) => order switch
    {
        SearchOrder.Relevance => TallyOrder.Relevance,
        SearchOrder.Density => TallyOrder.Density,
        SearchOrder.Date => TallyOrder.Date,
        SearchOrder.Title => TallyOrder.Title,
        _ => TallyOrder.Key,
    };

    private IEnumerable<(PlanEntry Entry, Mention[] Mentions)> Read(List<int> plans)
    {
        CancellationToken.ThrowIfCancellationRequested();
        var mentions = ReadMentions(plans);
        for (var at = 0; at < plans.Count; at++)
        {
            CancellationToken.ThrowIfCancellationRequested();
            yield return (View.Entries[plans[at]], mentions[at]);
        }
    }
}
