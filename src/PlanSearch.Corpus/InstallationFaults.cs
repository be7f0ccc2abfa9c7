using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Export.Word;

namespace PlanSearch.Corpus;

/// <summary>What is wrong with the files beside the plans: topics, lexicon, divisions, the template of Word documents. None of them keeps a search from its answer.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class InstallationFaults(CorpusOptions options, VocabularySource vocabulary, CorpusViews views)
{
    private Template? _template;

    /// <summary>In Chinese, each with the file and what counts instead; empty when all is well.</summary>
    public ImmutableArray<string> Current => [.. vocabulary.Faults, .. new[] { views.OrderFault, TemplateFault }.OfType<string>()];

    private string? TemplateFault
    {
        get
        {
            // A template is opened to be looked at: once for each that is put there. The program's own is right.
            var stamp = WordTemplate.StampOf(options);
            if (stamp.Length == 0)
            {
                return null;
            }

            if (Volatile.Read(ref _template) is not { } known || known.Stamp != stamp)
            {
                known = new Template(stamp, WordTemplate.Of(options).Fault?.Message);
                Volatile.Write(ref _template, known);
            }

            return known.Fault;
        }
    }

    private sealed record Template(string Stamp, string? Fault);
}
