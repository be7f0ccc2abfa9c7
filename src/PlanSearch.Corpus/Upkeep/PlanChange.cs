using System.Collections.Immutable;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>A change that was made and is searchable.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Generation">The generation that has it.</param>
/// <param name="Warnings">What the ingest said of the plan: odd metadata, the same text under another id.</param>
public sealed record PlanChange(string Id, long Generation, ImmutableArray<string> Warnings);
