using System.Collections.Immutable;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Offers;

/// <summary>What a query could become.</summary>
/// <param name="Text">The query it stands for; as a query it finds itself, for it stands in a plan, or is a word people look for.</param>
/// <param name="Kind">topic, word, heading, box or entry.</param>
/// <param name="Plans">In how many plans it stands; 0 for topics and for words that no heading, box or entry is made of.</param>
public sealed record Suggestion(string Text, string Kind, int Plans)
{
    /// <summary>The most suggestions of one call.</summary>
    public const int MaxCount = 30;

    /// <summary>What the beginning of a query could become: topics and words, then headings, boxes and entries of the plans.</summary>
    /// <param name="reader">The generation.</param>
    /// <param name="prefix">What is typed so far; blank suggests nothing.</param>
    /// <param name="count">The most suggestions, at most <see cref="MaxCount"/>.</param>
    public static IReadOnlyList<Suggestion> Find(CollectionReader reader, string prefix, int count)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(prefix);
        return reader.View.Kept(static _ => new SuggestionLists()).For(reader.View, reader.Vocabulary).Find(prefix, Math.Clamp(count, 0, MaxCount));
    }
}

/// <summary>The suggestions of a view's plans: made at the first call, kept until the vocabulary is another.</summary>
internal sealed class SuggestionLists
{
    private readonly Lock _lock = new();
    private (Vocabulary Vocabulary, Suggestions List)? _made;

    public Suggestions For(CorpusView view, Vocabulary vocabulary)
    {
        lock (_lock)
        {
            if (_made is not { } made || !ReferenceEquals(made.Vocabulary, vocabulary))
            {
                _made = made = (vocabulary, Suggestions.Of(view, vocabulary));
            }

            return made.List;
        }
    }
}

/// <summary>Words, headings, box titles and entries, to be found by how they begin or by what they hold.</summary>
internal sealed class Suggestions
{
    private const int MaxLength = 40;

    // Of thousands of plans the commonest headings are the useful ones; the bound keeps a call within a few milliseconds.
    private const int MaxTexts = 200_000;

    private readonly ImmutableArray<(string Folded, Suggestion Suggestion)> _byUse;

    private Suggestions(ImmutableArray<(string Folded, Suggestion Suggestion)> byUse) => _byUse = byUse;

    public static Suggestions Of(CorpusView view, Vocabulary vocabulary)
    {
        var found = new Dictionary<string, (string Kind, int Plans)>(StringComparer.Ordinal);
        foreach (var word in vocabulary.Lexicon.Words)
        {
            found.TryAdd(word, ("word", 0));
        }

        foreach (var entry in view.InOrder)
        {
            var plan = new PlanText(view.Snapshot, entry);
            foreach (var (text, kind) in Enumerable.Range(0, plan.Plan.Blocks.Length).Select(block => Named(plan, block)).OfType<(string, string)>().Distinct())
            {
                var known = found.GetValueOrDefault(text, (kind, 0));
                found[text] = (known.Item1, known.Item2 + 1);
            }
        }

        var topics = vocabulary.Topics.Topics.Select(topic => (Fold.Of(topic.Name), new Suggestion("#" + topic.Name, "topic", 0)));
        return new Suggestions([.. topics, .. found
            .Select(one => new Suggestion(one.Key, one.Value.Kind, one.Value.Plans))
            .OrderBy(one => one.Kind == "word" ? 0 : 1)
            .ThenByDescending(one => one.Plans)
            .ThenBy(one => one.Text.Length)
            .ThenBy(one => one.Text, StringComparer.Ordinal)
            .Take(MaxTexts)
            .Select(one => (Fold.Of(one.Text), one))]);
    }

    /// <summary>
    /// Topics and words that begin with it, then what plans print that begins with it or holds it, by the number of plans. Either has half the
    /// room if both would fill it; what is left is for words that hold it.
    /// </summary>
    public IReadOnlyList<Suggestion> Find(string prefix, int count)
    {
        // With its sign or without, a topic is found by its name.
        var sought = Fold.Of(QueryText.Clean(prefix)).TrimStart('#');
        if (sought.Length == 0)
        {
            return [];
        }

        var (words, names, holdingWords, holdingNames) = (new List<Suggestion>(), new List<Suggestion>(), new List<Suggestion>(), new List<Suggestion>());
        foreach (var (folded, suggestion) in _byUse)
        {
            if (names.Count == count)
            {
                break;
            }

            if (folded == sought && suggestion.Kind != "topic")
            {
                continue;
            }

            var isWord = suggestion.Kind is "topic" or "word";
            if (folded.StartsWith(sought, StringComparison.Ordinal))
            {
                (isWord ? words : names).Add(suggestion);
            }
            else if ((isWord ? holdingWords : holdingNames) is var holding && holding.Count < count && folded.Contains(sought, StringComparison.Ordinal))
            {
                holding.Add(suggestion);
            }
        }

        names.AddRange(holdingNames);
        var half = Math.Max((count + 1) / 2, count - names.Count);
        return [.. words.Take(half).Concat(names).Take(count).Concat(words.Skip(half)).Concat(holdingWords).Take(count)];
    }

    // Without its marker: who looks for 壮大氢能产业 does not know that it is 第二节.
    private static (string, string)? Named(PlanText plan, int block)
    {
        var stored = plan.Plan.Blocks[block];
        var (text, kind) = stored.Kind switch
        {
            BlockKind.Heading => (plan.BlockText(block)[Math.Min(stored.Marker.Length, plan.BlockText(block).Length)..], "heading"),
            BlockKind.BoxTitle => (stored.Box >= 0 ? plan.Plan.Boxes[stored.Box].Title : "", "box"),
            BlockKind.BoxEntry when stored.Lead.Length > 0 => (plan.BlockText(block).Substring(stored.Lead.Start, stored.Lead.Length), "entry"),
            _ => ("", ""),
        };
        text = text.Trim(' ', '　', '：', ':', '。', '．', '.');
        return text.Length is >= 2 and <= MaxLength && QueryText.Clean(text) == text ? (text, kind) : null;
    }
}
