using System.Collections.Concurrent;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Language;

namespace PlanSearch.Answers.Words;

/// <summary>How often words occur in the plans of a view, without any filter. Safe for any number of threads.</summary>
internal sealed class WordCounts
{
    /// <summary>So many words are remembered, then it begins anew.</summary>
    private const int MaxRemembered = 20_000;

    private readonly ConcurrentDictionary<string, UnitCounts> _counts = new(StringComparer.Ordinal);

    private WordCounts(ViewPlans plans)
    {
        var characters = plans.Entries.Sum(entry => (long)entry.Summary.Characters);
        Records = Math.Max(1, plans.Entries.Sum(entry => (long)entry.Summary.Sections + entry.Summary.Boxes));
        AverageLength = Math.Max(1, characters / (double)Records);
    }

    /// <summary>Sections, boxes and tables there are.</summary>
    public long Records { get; }

    /// <summary>Characters of one of them, on average.</summary>
    public double AverageLength { get; }

    /// <summary>Those of a view.</summary>
    public static WordCounts Of(CorpusView view) => view.Kept(static plans => new WordCounts(plans));

    /// <summary>
    /// How much of all plans of a view has a word; kept once counted. Any number of threads, two of them may count the same.
    /// </summary>
    public UnitCounts Of(CorpusView view, string word, CancellationToken cancellationToken)
    {
        if (_counts.TryGetValue(word, out var known))
        {
            return known;
        }

        var counts = view.Snapshot.Totals(EngineQuery.From(new LiteralTerm(word), isExact: false), cancellationToken);
        if (_counts.Count >= MaxRemembered)
        {
            _counts.Clear();
        }

        return _counts[word] = counts;
    }

    /// <summary>Whether a word occurs in the plans of a view.</summary>
    public static bool Occurs(CorpusView view, string word, CancellationToken cancellationToken) =>
        Of(view).Of(view, word, cancellationToken).Mentions > 0;

    /// <summary>How much a word tells by its rarity.</summary>
    public double RarityOf(UnitCounts counts) => Bm25.RarityOf(Records, counts.Records);
}
