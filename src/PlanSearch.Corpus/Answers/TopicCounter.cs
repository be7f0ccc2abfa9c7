using System.Collections.Immutable;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Corpus.Answers;

/// <summary>A topic set of a query with the count of each of its words.</summary>
/// <param name="Name">The set.</param>
/// <param name="Definition">What it covers.</param>
/// <param name="Members">Its words, in the order of the set.</param>
public sealed record TopicCounts(string Name, string Definition, ImmutableArray<MemberCount> Members);

/// <summary>A word of a topic set, counted by itself under the filters of the search: the counts overlap and are never added.</summary>
/// <param name="Word">The word.</param>
/// <param name="IsOn">Whether the search looks for it.</param>
/// <param name="Mentions">处.</param>
/// <param name="Records">章节.</param>
/// <param name="Plans">部.</param>
/// <param name="Query">The word alone as an expression: under the same filters a search for it has these numbers.</param>
/// <param name="Toggled">The search with this word switched on or off; null where it cannot be, or would be the last.</param>
public sealed record MemberCount(string Word, bool IsOn, long Mentions, int Records, int Plans, string Query, string? Toggled);

/// <summary>Counts the words of the topic sets of a query one by one.</summary>
internal static class TopicCounter
{
    public static ImmutableArray<TopicCounts> Count(Inquiry inquiry) =>
    [
        .. TopicTerms.Of(inquiry.Query).DistinctBy(term => term.Topic.Name)
            .Select(term => new TopicCounts(
                term.Topic.Name, term.Topic.Definition, [.. term.Topic.Members.Select(word => Member(inquiry, term, word))])),
    ];

    /// <summary>A word of a set as a query: not where it stands inside a longer word that the set leaves out.</summary>
    public static PlanQuery QueryOf(Topic topic, string word)
    {
        ImmutableArray<string> longer = [.. topic.Exclude.Where(outer => IsLonger(outer, word))];
        return longer.IsEmpty || !QuerySigns.IsPlainWord(word) ? new LiteralTerm(word) : new OutsideTerm(word, longer);
    }

    private static bool IsLonger(string outer, string word) =>
        outer.Length > word.Length && QuerySigns.IsPlainWord(outer)
        && PlanSearch.Plans.Text.Fold.Of(outer).Contains(PlanSearch.Plans.Text.Fold.Of(word), StringComparison.Ordinal);

    private static MemberCount Member(Inquiry inquiry, TopicTerm term, string word)
    {
        var alone = QueryOf(term.Topic, word);
        var query = inquiry.Query is NarrowedQuery narrowed ? narrowed with { Inner = alone } : alone;
        var tally = inquiry.Count(query).Value!.Total;
        var isOff = term.Off.Contains(word);
        var toggled = TopicTerm.Without(term.Topic, isOff ? term.Off.Remove(word) : term.Off.Add(word));
        return new MemberCount(
            word, !isOff, tally.Mentions, checked((int)tally.Records), checked((int)tally.Plans), query.NormalForm,
            toggled is null ? null : TopicTerms.With(inquiry.Query, toggled).NormalForm);
    }
}
