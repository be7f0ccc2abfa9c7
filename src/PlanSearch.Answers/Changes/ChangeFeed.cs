using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Facets;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Changes;

/// <summary>A search and a log of changes -> how its mentions have changed.</summary>
/// <remarks>
/// Only the plans that changed are searched, as they were and as they are. The query is read as the search reads it now, on both sides;
/// names and values of filters may be such as was in the collection at either time.
/// </remarks>
public sealed class ChangeFeed
{
    private readonly SearchRequest _request;
    private readonly Query _query;
    private readonly ImmutableArray<string> _members;
    private readonly ResolvedFilters _filters;
    private readonly CancellationToken _cancellationToken;

    private ChangeFeed(SearchRequest request, PlanQuery query, ResolvedFilters filters, CancellationToken cancellationToken)
    {
        (_request, _filters, _cancellationToken) = (request, filters, cancellationToken);
        _query = EngineQuery.From(query, request.Exact);
        _members = EngineQuery.MemberNames(_query);
    }

    /// <summary>
    /// How the mentions of a search have changed: all commits one by one, newest first, or the whole difference to one generation.
    /// </summary>
    /// <param name="reader">The generation of the request's cursor, or the newest.</param>
    /// <param name="request">The search, with size and cursor of the feed's page.</param>
    /// <param name="since">The generation of an earlier answer; null for every change that is known.</param>
    /// <param name="cancellationToken">Looked at before each plan.</param>
    /// <remarks>A generation that the log does not reach back to is a fault (<c>since_gone</c>), never a part of the changes.</remarks>
    public static Outcome<FeedAnswer> Answer(
        CollectionReader reader, SearchRequest request, long? since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Mode == QueryMode.Words)
        {
            // Which words answer a question changes with the collection: what is new would be the words, not the mentions.
            return new RequestFault(FaultKinds.ModeNotFollowed, "相关检索按词排序，不能订阅。请改用精确检索（mode=literal 或 expression）订阅要跟踪的词。");
        }

        var view = reader.View;
        var (reading, fault) = InputReading.Of(reader, request, cancellationToken);
        if (reading is null)
        {
            return fault!;
        }

        var generation = view.Snapshot.Generation;
        var log = view.Snapshot.Manifest.ChangeLog ?? ChangeLog.BegunAt(generation, ChangeLogStart.Begun, bounds: null);
        var history = new PlanHistory(view, log, since);
        if (SinceFaults.Of(since, generation, history) is { } unknown)
        {
            return unknown;
        }

        ImmutableArray<PlanEntry> versions = [.. history.Versions];
        var facets = FacetCatalog.Of(PlanColumns.Of([.. versions.Select(plan => plan.Traits)]), reader.Order);
        var (filters, filterFault) = ResolvedFilters.Resolve(facets, request.Filters, reading.Query as NarrowedQuery);
        if (filters is null)
        {
            return filterFault!;
        }

        var read = request with { Mode = reading.IsLiteral ? QueryMode.Literal : QueryMode.Expression };
        var feed = new ChangeFeed(read, reading.Query, filters, cancellationToken);
        var plans = since is null ? history.EachChange(filters.Selected) : history.Whole(filters.Selected);
        var updated = view.Snapshot.Manifest.LastChange;
        var answer = new FeedAnswer(
            read, reading.Query.InWords, since, history.From, generation, updated, new ChangeCounts(0, 0, 0, 0), [], null);
        return feed.Page(view.Snapshot, [.. history.RuleUpdates(filters.Selected)], plans, answer, request);
    }

    private Outcome<FeedAnswer> Page(
        IPlanSnapshot now, List<(LoggedChange Change, int Plans)> rules, List<ChangedPlan> plans, FeedAnswer feed, SearchRequest asked)
    {
        var differences = plans.SelectMany(Differences).ToList();
        List<(long Generation, Func<MentionChange> Make)> all =
        [
            .. rules.Select(update => (update.Change.Generation, (Func<MentionChange>)(() => ChangeOf(update.Change, update.Plans))))
                .Concat(differences.Select(difference => (difference.Change.Generation, (Func<MentionChange>)(() => ChangeOf(difference)))))
                .OrderByDescending(change => change.Generation),
        ];
        var list = string.Create(CultureInfo.InvariantCulture, $"changes since {feed.Since}");
        var (offset, fault) = PageCursor.Read(now, list, asked, all.Count);
        if (fault is not null)
        {
            return fault;
        }

        ImmutableArray<MentionChange> page = [.. all.Skip((int)offset).Take(asked.Size).Select(change => change.Make())];
        var end = offset + page.Length;
        return feed with
        {
            Counts = new ChangeCounts(
                differences.Count(one => one.Before is null),
                differences.Count(one => one.After is null),
                differences.Count(one => one is { Before: not null, After: not null }),
                rules.Count),
            Changes = page,
            Next = end < all.Count ? PageCursor.Write(now, list, asked, end) : null,
        };
    }

    private IEnumerable<MentionDifference> Differences(ChangedPlan plan)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return MentionDifference.Between(plan.Change, Mentions(plan.Before), Mentions(plan.After));
    }

    private List<MentionAt> Mentions(PlanAt? plan)
    {
        if (plan is not { IsInScope: true })
        {
            return [];
        }

        var (text, mentions) = plan.Find(_query, _filters.Blocks, _cancellationToken);
        var metadata = mentions.Count == 0 ? "" : CorpusDigest.MetadataLineOf(text.Plan.Metadata);
        return [.. mentions.Select(mention => new MentionAt(text, mention, metadata))];
    }

    private static MentionChange ChangeOf(LoggedChange change, int plans) =>
        new(
            NumberOf($"{change.Name}\n{MentionChange.Rules}"),
            MentionChange.Rules,
            [],
            change.Generation,
            change.At,
            Before: null,
            After: null)
        {
            Plans = plans,
        };

    private static string NumberOf(string named) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 16));

    private MentionChange ChangeOf(MentionDifference difference)
    {
        var kind = difference.Before is null
            ? MentionChange.Added
            : difference.After is null ? MentionChange.Removed : MentionChange.Changed;
        return new MentionChange(
            NumberOf($"{difference.Change.Name}\n{kind}\n{difference.Before?.Id}\n{difference.After?.Id}"),
            kind,
            [.. NamesOf(difference.Aspects)],
            difference.Change.Generation,
            difference.Change.At,
            RowOf(difference.Before),
            RowOf(difference.After))
        {
            Metadata = difference is { Before: { } before, After: { } after } && difference.Aspects.HasFlag(MentionAspects.Metadata)
                ? MetadataChange.Between(before.Text.Plan.Metadata, after.Text.Plan.Metadata)
                : [],
        };
    }

    private MentionRow? RowOf(MentionAt? mention) =>
        mention is null ? null : new MentionRows.RowMaker(_request, _members, mention.Text).Make(mention.Mention);

    private static IEnumerable<string> NamesOf(MentionAspects aspects) =>
        ((MentionAspects Aspect, string Name)[])
            [(MentionAspects.Wording, "wording"), (MentionAspects.Place, "place"), (MentionAspects.Metadata, "metadata")]
            is var all ? all.Where(one => aspects.HasFlag(one.Aspect)).Select(one => one.Name) : [];
}
