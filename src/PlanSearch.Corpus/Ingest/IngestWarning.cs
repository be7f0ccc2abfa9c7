using System.Collections.Immutable;

namespace PlanSearch.Corpus.Ingest;

/// <summary>What a person should know of an ingest.</summary>
/// <param name="Text">In Chinese.</param>
/// <param name="Plans">Ids of the plans that it is about; none where it is about none alone.</param>
internal readonly record struct IngestWarning(string Text, params ImmutableArray<string> Plans);
