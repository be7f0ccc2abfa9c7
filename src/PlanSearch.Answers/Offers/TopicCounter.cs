using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Offers;

/// <summary>Counts the words of the topic sets of a query one by one.</summary>
internal static class TopicCounter
{
    public static ImmutableArray<TopicCounts> Count(CountedInquiry inquiry) =>
    [
        .. TopicTerms.Of(inquiry.Query).DistinctBy(term => term.Topic.Name)
            .Select(term => new TopicCounts(
                term.Topic.Name, term.Topic.Definition, [.. term.Topic.Members.Select(word => Member(inquiry, term, word))])),
    ];

    /// <summary>A word of a set as a query: not where it is inside a longer word that the set leaves out.</summary>
    public static PlanQuery QueryOf(Topic topic, string word)
    {
        ImmutableArray<string> longer = [.. topic.Exclude.Where(outer => IsLonger(outer, word))];
        return longer.IsEmpty || !QuerySigns.IsPlainWord(word) ? new LiteralTerm(word) : new OutsideTerm(word, longer);
    }

    private static bool IsLonger(string outer, string word) =>
        outer.Length > word.Length && QuerySigns.IsPlainWord(outer)
        && PlanSearch.Plans.Text.Fold.Of(outer).Contains(PlanSearch.Plans.Text.Fold.Of(word), StringComparison.Ordinal);

    private static MemberCount Member(CountedInquiry inquiry, TopicTerm term, string word)
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
