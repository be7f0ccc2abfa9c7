using PlanSearch.Answers.Counting;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Topics;

/// <summary>Finds what plans list beside the words of a topic set: 制氢、储氢、液氢.</summary>
internal static class Listings
{
    private const char Comma = '、';
    private const int LeastLength = 2;
    private const int MostLength = 6;
    private const int MaxNamed = 3;

    /// <summary>What is common everywhere says little: a word must be there about that often before chance is ruled out.</summary>
    private const double Chance = 4;

    /// <summary>What weighs less is there by chance.</summary>
    private const double LeastWeight = 0.3;

    /// <summary>The likeliest first.</summary>
    public static IReadOnlyList<WordCandidate> Find(CountedInquiry inquiry, Topic topic)
    {
        var beside = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (mention, text) in SampledMentions.Of(inquiry))
        {
            var member = inquiry.Members[mention.Literal];
            Add(beside, Before(text, mention.Start), member);
            Add(beside, After(text, mention.Start + mention.Length), member);
        }

        return
        [
            .. beside
                .Where(
                    pair => NewWords.IsNew(topic, pair.Key)
                        && (pair.Value.Values.Sum() > 1 || inquiry.Vocabulary.Lexicon.Words.Contains(pair.Key)))
                .Select(pair => Candidate(inquiry, pair.Key, pair.Value))
                .Where(candidate => candidate.Weight >= LeastWeight)
                .OrderByDescending(candidate => candidate.Weight).ThenBy(candidate => candidate.Word, StringComparer.Ordinal),
        ];
    }

    private static WordCandidate Candidate(CountedInquiry inquiry, string word, Dictionary<string, int> members)
    {
        var times = members.Values.Sum();
        var mentions = inquiry.Count(new LiteralTerm(word)).Value!.Total.Mentions;
        var named = members.OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MaxNamed)
            .Select(pair => pair.Key);
        return new WordCandidate(word, "listing", string.Join(Comma, named), times * times / (mentions + Chance));
    }

    private static void Add(Dictionary<string, Dictionary<string, int>> beside, string word, string member)
    {
        if (word.Length is >= LeastLength and <= MostLength)
        {
            var members = beside.TryGetValue(word, out var known)
                ? known
                : beside[word] = new Dictionary<string, int>(StringComparer.Ordinal);
            members[member] = members.GetValueOrDefault(member) + 1;
        }
    }

    // The item between the mention's own comma and the next punctuation; empty when the mention is not at a comma, or the item is too
    // long.
    private static string Before(string text, int start)
    {
        if (start == 0 || text[start - 1] != Comma)
        {
            return "";
        }

        var from = start - 1;
        while (from > 0 && start - from <= MostLength + 1 && NewWords.IsWordUnit(text[from - 1]))
        {
            from--;
        }

        // The first item of a list has a verb before it; only one that is between two commas is a word for sure.
        return from > 0 && text[from - 1] == Comma ? text[from..(start - 1)] : "";
    }

    private static string After(string text, int end)
    {
        if (end >= text.Length || text[end] != Comma)
        {
            return "";
        }

        var to = end + 1;
        while (to < text.Length && to - end <= MostLength + 1 && NewWords.IsWordUnit(text[to]))
        {
            to++;
        }

        return to < text.Length && (text[to] == Comma || NewWords.EndsAList(text[to])) ? text[(end + 1)..to] : "";
    }
}
