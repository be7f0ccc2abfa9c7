using PlanSearch.Index.Port;
using PlanSearch.Queries.Words;

namespace PlanSearch.Corpus.Words;

/// <summary>
/// What is known of words, whatever the plans: the dictionary and the lexicon, taken together at the first call, and more.
/// </summary>
/// <param name="dictionary">The dictionary.</param>
/// <param name="vocabulary">Whose lexicon, topics and characters.</param>
internal sealed class WordSource(IWordDictionary dictionary, VocabularySource vocabulary)
{
    private readonly Lazy<LexiconWords> _lexicon = new(() => new LexiconWords(vocabulary.Current.Lexicon, dictionary));

    /// <summary>The words of the lexicon; whoever asks first loads the dictionary.</summary>
    public LexiconWords Lexicon => _lexicon.Value;

    /// <summary>The words of the topics that are in force, and their names.</summary>
    public IEnumerable<string> TopicWords => vocabulary.Current.Topics.Topics.SelectMany(topic => topic.Members.Prepend(topic.Name));

    /// <summary>How characters sound and look.</summary>
    public Hanzi Hanzi => vocabulary.Hanzi;
}
