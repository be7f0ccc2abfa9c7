using PlanSearch.Index.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Tests;

internal static class SearcherExtensions
{
    /// <summary>The mentions in one document.</summary>
    public static List<DocumentMention> MentionsIn(this IndexSearcher searcher, Query query, BlockFilter filter, int document)
    {
        var mentions = new List<DocumentMention>();
        searcher.Mentions(query, filter, [document], found => mentions.AddRange(found), default);
        return mentions;
    }
}
