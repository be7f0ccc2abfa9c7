using System.Collections.Immutable;

namespace PlanSearch.Answers.Measuring;

/// <summary>What was measured.</summary>
/// <param name="Generation">Over which generation.</param>
/// <param name="Plans">Its plans.</param>
/// <param name="Times">Query by query, operation by operation.</param>
public sealed record Measurement(long Generation, int Plans, ImmutableArray<QueryTimes> Times);

/// <summary>How long one operation of one query takes.</summary>
/// <param name="Q">The query as the file has it.</param>
/// <param name="Op">
/// count: mentions, records and plans; top10: the ten best records with text and totals; facets: the same with facets; mentions: every
/// mention.
/// </param>
/// <param name="P50">Half of the runs took no longer, in nanoseconds.</param>
/// <param name="P99">99 of 100 took no longer, in nanoseconds.</param>
/// <param name="N">Runs that were timed.</param>
/// <param name="Mentions">处 it found.</param>
/// <param name="Records">章节.</param>
/// <param name="Plans">部.</param>
public sealed record QueryTimes(string Q, string Op, long P50, long P99, int N, long Mentions, long Records, long Plans);
