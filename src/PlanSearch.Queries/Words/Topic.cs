using System.Collections.Immutable;

namespace PlanSearch.Queries.Words;

/// <summary>A topic set (专题): the words that say it, and longer words that only look like them.</summary>
/// <param name="Name">What it is asked by: 氢能 in #氢能.</param>
/// <param name="Definition">What it covers, for the reader.</param>
/// <param name="Members">Its words; a mention of the topic is one of any of them. At least one.</param>
/// <param name="Exclude">A mention inside one of these is none: 氢氧化.</param>
public sealed record Topic(string Name, string Definition, ImmutableArray<string> Members, ImmutableArray<string> Exclude);
