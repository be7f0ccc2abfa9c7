using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Words;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Words;

/// <summary>What a query could become.</summary>
/// <param name="Text">The query it stands for; as a query it finds itself, for it is in a plan, or is a word people look for.</param>
/// <param name="Kind">topic, word, heading, box or entry; spelling where it is what may have been meant by a wrong character.</param>
/// <param name="Plans">
/// In how many plans it is a heading, box or entry, or, if it is a word that the plans have of their own, part of one or of the name of a
/// row; 0 for topics, for what may have been meant, and for words of the lexicon that are none by themselves.
/// </param>
public sealed record Suggestion(string Text, string Kind, int Plans)
{
    /// <summary>The most suggestions of one call.</summary>
    public const int MaxCount = 30;

    /// <summary>
    /// What the beginning of a query could become: topics and words, then headings, boxes and entries of the plans; where there is none of
    /// these, what may have been meant.
    /// </summary>
    /// <param name="reader">The generation.</param>
    /// <param name="prefix">What is typed so far; blank suggests nothing.</param>
    /// <param name="count">The most suggestions, at most <see cref="MaxCount"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the words of a new generation.</param>
    public static IReadOnlyList<Suggestion> Find(CollectionReader reader, string prefix, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(prefix);
        var most = Math.Clamp(count, 0, MaxCount);
        return ViewWords.Of(reader, cancellationToken).Suggestions.Find(reader.Vocabulary.Topics, prefix, most) is { Count: > 0 } found
            ? found
            : [.. SpellingGuess.Find(reader, prefix, cancellationToken)
                .Take(most)
                .Select(guess => new Suggestion(guess.Text, Suggestions.Spelling, Plans: 0))];
    }
}

/// <summary>Words, headings, box titles and entries, to be found by how they begin or by what they hold.</summary>
internal sealed class Suggestions
{
    /// <summary>The kind of what may have been meant.</summary>
    public const string Spelling = "spelling";

    private const string Topic = "topic", Word = "word";

    // Of thousands of plans the commonest headings are the useful ones; the bound keeps a call within a few milliseconds.
    private const int MaxTexts = 200_000;

    private readonly ImmutableArray<(string Folded, Suggestion Suggestion)> _byUse;

    /// <param name="lexicon">Words people look for.</param>
    /// <param name="own">Words that the plans have of their own.</param>
    /// <param name="names">What the plans print; what rows of tables are about is left out.</param>
    public Suggestions(IEnumerable<string> lexicon, IEnumerable<OwnWord> own, IEnumerable<PrintedName> names)
    {
        var found = new Dictionary<string, (string Kind, int Plans)>(StringComparer.Ordinal);
        foreach (var word in lexicon)
        {
            found.TryAdd(word, (Word, 0));
        }

        foreach (var word in own)
        {
            found.TryAdd(word.Text, (Word, word.Plans));
        }

        foreach (var name in names.Where(name => name.Kind != PrintedName.Indicator))
        {
            found[name.Text] = (found.GetValueOrDefault(name.Text, (name.Kind, 0)).Kind, name.Plans.Length);
        }

        _byUse =
        [
            .. found
                .Select(one => new Suggestion(one.Key, one.Value.Kind, one.Value.Plans))
                .OrderBy(one => one.Kind == Word ? 0 : 1)
                .ThenByDescending(one => one.Plans)
                .ThenBy(one => one.Text.Length)
                .ThenBy(one => one.Text, StringComparer.Ordinal)
                .Take(MaxTexts)
                .Select(one => (Fold.Of(one.Text), one)),
        ];
    }

    /// <summary>
    /// Topics and words that begin with it, then what plans print that begins with it or holds it, by the number of plans. Either has half
    /// the room if both would fill it; what is left is for words that hold it.
    /// </summary>
    public IReadOnlyList<Suggestion> Find(TopicCatalog topics, string prefix, int count)
    {
        // With its # or without, a topic is found by its name.
        var sought = Fold.Of(QueryText.Clean(prefix)).TrimStart('#');
        if (sought.Length == 0)
        {
            return [];
        }

        var (words, names, holdingWords, holdingNames) =
            (new List<Suggestion>(), new List<Suggestion>(), new List<Suggestion>(), new List<Suggestion>());
        var named = topics.Topics.Select(topic => (Folded: Fold.Of(topic.Name), Suggestion: new Suggestion("#" + topic.Name, Topic, 0)));
        foreach (var (folded, suggestion) in named.Concat(_byUse))
        {
            if (names.Count == count)
            {
                break;
            }

            if (folded == sought && suggestion.Kind != Topic)
            {
                continue;
            }

            var isWord = suggestion.Kind is Topic or Word;
            if (folded.StartsWith(sought, StringComparison.Ordinal))
            {
                (isWord ? words : names).Add(suggestion);
            }
            else if ((isWord ? holdingWords : holdingNames) is var holding
                && holding.Count < count
                && folded.Contains(sought, StringComparison.Ordinal))
            {
                holding.Add(suggestion);
            }
        }

        names.AddRange(holdingNames);
        var half = Math.Max((count + 1) / 2, count - names.Count);
        return [.. words.Take(half).Concat(names).Take(count).Concat(words.Skip(half)).Concat(holdingWords).Take(count)];
    }
}
