using PlanSearch.Index.Port;

namespace PlanSearch.Corpus.Words;

/// <summary>What words are cut by, whatever the plans: the dictionary and the lexicon, taken together at the first call.</summary>
/// <param name="dictionary">The dictionary.</param>
/// <param name="vocabulary">Whose lexicon.</param>
internal sealed class WordSource(IWordDictionary dictionary, VocabularySource vocabulary)
{
    private readonly Lazy<LexiconWords> _lexicon = new(() => new LexiconWords(vocabulary.Current.Lexicon, dictionary));

    /// <summary>The words of the lexicon; whoever asks first loads the dictionary.</summary>
    public LexiconWords Lexicon => _lexicon.Value;
}
