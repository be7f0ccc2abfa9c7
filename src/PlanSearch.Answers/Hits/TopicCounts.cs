using System.Collections.Immutable;

namespace PlanSearch.Answers.Hits;

/// <summary>A topic set of a query with the count of each of its words.</summary>
/// <param name="Name">The set.</param>
/// <param name="Definition">What it covers.</param>
/// <param name="Members">Its words, in the order of the set.</param>
public sealed record TopicCounts(string Name, string Definition, ImmutableArray<MemberCount> Members);

/// <summary>A word of a topic set, counted by itself under the filters of the search: the counts overlap and are never added.</summary>
/// <param name="Word">The word.</param>
/// <param name="IsOn">Whether the search looks for it.</param>
/// <param name="Mentions">处.</param>
/// <param name="Records">章节.</param>
/// <param name="Plans">部.</param>
/// <param name="Query">The word alone as an expression: under the same filters a search for it has these numbers.</param>
/// <param name="Toggled">The search with this word switched on or off; null where it cannot be, or would be the last.</param>
public sealed record MemberCount(string Word, bool IsOn, long Mentions, int Records, int Plans, string Query, string? Toggled);
