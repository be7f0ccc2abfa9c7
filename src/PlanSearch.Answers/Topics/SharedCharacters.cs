using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Offers;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Words;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Topics;

/// <summary>Finds words of the collection that share the characters a topic set's words have in common: 储 and 蓄 of 储能, not 能.</summary>
/// <remarks>
/// A span of text counts as a word where the words around it begin and end, and by what is beside it: on both sides many things, and
/// no longer span nearly as often. Of such words those come
/// first that are where the set's own words are, beside the same characters: 康养 before 培养.
/// </remarks>
internal static class SharedCharacters
{
    private const int LeastLength = 2;
    private const int MostLength = 5;
    private const int MaxCharacters = 6;

    /// <summary>What is more rarely is a word only if the lexicon has it.</summary>
    private const int LeastTimes = 3;

    private const int MaxOfACharacter = 8;

    /// <summary>A span that is so often within one longer span is a part of that.</summary>
    private const double Whole = 0.5;

    /// <summary>A character of which less is in the set's own words belongs to many others as well.</summary>
    private const double LeastShare = 0.25;

    /// <summary>The likeliest first.</summary>
    public static IReadOnlyList<WordCandidate> Find(CountedInquiry inquiry, Topic topic)
    {
        var found = new Dictionary<string, WordCandidate>(StringComparer.Ordinal);
        var own = new Surroundings();
        foreach (var (mention, text) in SampledMentions.Of(inquiry))
        {
            own.Add(text, mention.Start, mention.Start + mention.Length);
        }

        foreach (var (unit, share) in Characters(inquiry, topic))
        {
            var cutter = ViewWords.Of(inquiry.Reader, inquiry.CancellationToken).Words.Cutter;
            var stretches = Stretches(inquiry.With(new LiteralTerm(unit.ToString()), best: 0), topic);
            var likeliest = stretches.OrderByDescending(pair => pair.Value.Times * pair.Value.Likeness(own))
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Where(pair => WordEdges.AreAt(cutter, pair.Value.Places, atStart: true, atEnd: true));
            foreach (var (word, stretch) in likeliest.Take(MaxOfACharacter))
            {
                var known = found.GetValueOrDefault(word);
                var weight = share * stretch.Likeness(own) * Math.Log(1 + stretch.Times);
                found[word] = new WordCandidate(
                    word, "characters", known is null ? unit.ToString() : known.Because + unit, weight + (known?.Weight ?? 0));
            }
        }

        return [.. found.Values.OrderByDescending(candidate => candidate.Weight)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)];
    }

    // Those that several words of the set have, by how much of a character's mentions the set's words make up.
    private static IEnumerable<(char Unit, double Share)> Characters(CountedInquiry inquiry, Topic topic)
    {
        var inMembers = new Dictionary<char, (int Words, long Mentions)>();
        foreach (var member in topic.Members)
        {
            var mentions = inquiry.Count(TopicCounter.QueryOf(topic, member)).Value!.Total.Mentions;
            foreach (var unit in member.Distinct().Where(NewWords.IsWordUnit))
            {
                var known = inMembers.GetValueOrDefault(unit);
                inMembers[unit] = (known.Words + 1, known.Mentions + mentions);
            }
        }

        return inMembers
            .Where(pair => pair.Value is { Words: > 1, Mentions: > 0 } && !topic.Members.Contains(pair.Key.ToString()))
            .Select(
                pair => (Unit: pair.Key, Share: Math.Min(
                    1, pair.Value.Mentions / (double)inquiry.Count(new LiteralTerm(pair.Key.ToString())).Value!.Total.Mentions)))
            .Where(pair => pair.Share >= LeastShare)
            .OrderByDescending(pair => pair.Share).ThenBy(pair => pair.Unit)
            .Take(MaxCharacters);
    }

    private static Dictionary<string, Surroundings> Stretches(CountedInquiry ofCharacter, Topic topic)
    {
        var stretches = new Dictionary<string, Surroundings>(StringComparer.Ordinal);
        foreach (var (mention, text) in SampledMentions.Of(ofCharacter))
        {
            for (var start = mention.Start; start >= 0 && mention.Start - start < MostLength && NewWords.IsWordUnit(text[start]); start--)
            {
                for (var end = mention.Start + 1; end <= text.Length
                    && end - start <= MostLength
                    && NewWords.IsWordUnit(text[end - 1]); end++)
                {
                    if (end - start >= LeastLength)
                    {
                        var word = text[start..end];
                        var stretch = stretches.TryGetValue(word, out var known) ? known : stretches[word] = new Surroundings();
                        stretch.Add(text, start, end);
                    }
                }
            }
        }

        return stretches
            .Where(
                pair => pair.Value.IsFree
                    && (pair.Value.Times >= LeastTimes || ofCharacter.Vocabulary.Lexicon.Words.Contains(pair.Key))
                    && !IsPart(stretches, pair.Key, pair.Value.Times)
                    && NewWords.IsNew(topic, pair.Key))
            .ToDictionary(StringComparer.Ordinal);
    }

    private static bool IsPart(Dictionary<string, Surroundings> stretches, string word, int times) =>
        stretches[word].Longer(word).Any(longer => stretches.TryGetValue(longer, out var whole) && whole.Times > Whole * times);
}
