using System.Collections.Immutable;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Port;

/// <summary>What is to be counted.</summary>
/// <param name="Query">The query.</param>
public sealed record TallyRequest(Query Query)
{
    /// <summary>Which blocks count; empty for all.</summary>
    public ImmutableArray<BlockChoice> Blocks { get; init; } = [];

    /// <summary>Which plans are searched.</summary>
    public PlanFilter Plans { get; init; } = PlanFilter.All;

    /// <summary>The columns, of plans or of blocks, by whose values is counted as well.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>What is listed at once; null for nothing.</summary>
    public TallyPage? Page { get; init; }

    /// <summary>
    /// What a literal's share of a score is multiplied with, by its rank among <see cref="Query.Literals"/>; empty for 1 each. Counts know
    /// nothing of it.
    /// </summary>
    public ImmutableArray<double> Weights { get; init; } = [];
}

/// <summary>A page of what was counted.</summary>
/// <param name="Order">The order of the whole list.</param>
/// <param name="Unit">What is passed over and taken; by relevance it is records.</param>
/// <param name="Skip">How many are passed over.</param>
/// <param name="Take">How many are wanted at most.</param>
public sealed record TallyPage(TallyOrder Order, TallyUnit Unit, long Skip, int Take);

/// <summary>An order of plans, or of records. Each is total; ties go by the order key of the plans, then as they read.</summary>
public enum TallyOrder
{
    /// <summary>By the order key that a plan was put with.</summary>
    Key,

    /// <summary>By mentions in relation to the characters searched, most first.</summary>
    Density,

    /// <summary>By mentions, most first.</summary>
    Mentions,

    /// <summary>By the date of the plans, newest first, those without one last.</summary>
    Date,

    /// <summary>By the title of the plans, in the order of sounds.</summary>
    Title,

    /// <summary>Records by their score, best first.</summary>
    Relevance,
}

/// <summary>What a page is measured by.</summary>
public enum TallyUnit
{
    /// <summary>Plans with mentions.</summary>
    Plans,

    /// <summary>Records with mentions.</summary>
    Records,

    /// <summary>Mentions, each by itself.</summary>
    Mentions,
}

/// <summary>
/// What was counted. Never changes, and no part of it grows with the collection but what is asked of <see cref="Lists"/>.
/// </summary>
public sealed record TallyAnswer
{
    /// <summary>Mentions, records and plans that satisfy all filters.</summary>
    public required UnitCounts Total { get; init; }

    /// <summary>Plans that satisfy the filter on plans, with mentions or without.</summary>
    public required int PlansSearched { get; init; }

    /// <summary>
    /// Plans searched whose counts come from reading their texts, where a cluster counts and could not count these; always 0 where the
    /// index lies here.
    /// </summary>
    public int PlansVerified { get; init; }

    /// <summary>Whether there is a mention in any plan of the scope, whatever was chosen of plans.</summary>
    public required bool Occurs { get; init; }

    /// <summary>The same of what is set aside.</summary>
    public required bool OccursAside { get; init; }

    /// <summary>
    /// Occurrences in blocks set aside of the plans searched, by the number of the blocks' kind, rising; the filter on blocks does not
    /// apply to them.
    /// </summary>
    public required ImmutableArray<(int Kind, long Count)> Aside { get; init; }

    /// <summary>Occurrences of the plans searched that only the whole-run rule left out (2025 in 12025), in blocks of every kind.</summary>
    public required long LongerRuns { get; init; }

    /// <summary>The facets, in the order they were asked for.</summary>
    public required ImmutableArray<FacetTally> Facets { get; init; }

    /// <summary>The page, unless it is by relevance.</summary>
    public required PlanPage Page { get; init; }

    /// <summary>The page by relevance.</summary>
    public required ImmutableArray<ScoredRecord> Best { get; init; }

    /// <summary>Lists over the plans that were counted, made when they are asked for.</summary>
    public required ITallyLists Lists { get; init; }
}

/// <summary>How the counts spread over the values of a column, under all filters but the choice of that column.</summary>
/// <param name="Column">The column.</param>
/// <param name="ByValue">
/// By the rank of the value in <see cref="PlanColumn.Values"/>, or by its number; what is not listed has none.
/// </param>
public sealed record FacetTally(string Column, ImmutableArray<UnitCounts> ByValue);

/// <summary>How often an answer is in one plan; at least once.</summary>
/// <param name="Plan">Its number in the snapshot.</param>
/// <param name="Mentions">How many.</param>
/// <param name="Records">In how many records.</param>
public readonly record struct PlanCount(int Plan, int Mentions, int Records);

/// <summary>The plans that the items of a page are in.</summary>
/// <param name="Plans">In order; what is passed over and what is behind the page may lie in the first and the last of them.</param>
/// <param name="Passed">How much of the first plan is passed over, in the unit of the page.</param>
public sealed record PlanPage(ImmutableArray<PlanCount> Plans, int Passed)
{
    /// <summary>A page without plans.</summary>
    public static PlanPage Empty { get; } = new([], 0);
}

/// <summary>One record of a page by relevance.</summary>
/// <param name="Plan">Number of the plan in the snapshot.</param>
/// <param name="Record">Number of the record in the plan.</param>
/// <param name="Score">How well it fits; comparable within one answer alone.</param>
public readonly record struct ScoredRecord(int Plan, int Record, double Score);

/// <summary>The plans behind a tally, asked for as they are needed. Safe for any number of threads while the snapshot is open.</summary>
public interface ITallyLists
{
    /// <summary>Another page; not by relevance.</summary>
    PlanPage Page(TallyPage page);

    /// <summary>All plans with mentions by order key, a few at a time behind the enumeration.</summary>
    IEnumerable<PlanCount> All();

    /// <summary>Plans searched that have none, by order key.</summary>
    ImmutableArray<int> Without(int skip, int take);

    /// <summary>Plans searched with something set aside, by order key.</summary>
    ImmutableArray<int> SetAside(int take);
}
