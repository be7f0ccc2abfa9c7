using System.Collections.Immutable;

namespace PlanSearch.Corpus.Generations;

/// <summary>
/// What is wrong with the files beside the plans: topics, lexicon, divisions, the template of Word documents. None of them keeps a search
/// from its answer.
/// </summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class InstallationFaults(CorpusOptions options, VocabularySource vocabulary, CorpusViews views)
{
    /// <summary>In Chinese, each with the file and what counts instead; empty when all is well.</summary>
    public ImmutableArray<string> Current =>
        [.. vocabulary.Faults, .. new[] { views.OrderFault, options.TemplateFault(options) }.OfType<string>()];
}
