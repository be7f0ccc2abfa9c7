namespace PlanSearch.Queries.Language;

/// <summary>The topic sets of a query, and the query with other words of them switched off.</summary>
internal static class TopicTerms
{
    /// <summary>All of them in reading order, those of a NOT included.</summary>
    public static IEnumerable<TopicTerm> Of(PlanQuery query) => QueryLeaves.Of(query, withExcluded: true).OfType<TopicTerm>();

    /// <summary>The query with <paramref name="term"/> in the place of every use of its set.</summary>
    public static PlanQuery With(PlanQuery query, TopicTerm term) =>
        QueryLeaves.Replace(
            query, withExcluded: true, leaf => leaf is TopicTerm other && other.Topic.Name == term.Topic.Name ? term : leaf);
}
