using System.Collections.Immutable;
using PlanSearch.Plans.Text;

namespace PlanSearch.Queries.Language;

/// <summary>A query as the index is asked for it.</summary>
internal static class EngineQuery
{
    /// <param name="query">The query; the filters of a <see cref="NarrowedQuery"/> are the caller's to apply.</param>
    /// <param name="isExact">Compare code units as they are.</param>
    public static Query From(PlanQuery query, bool isExact) => query.ToIndex(new IndexForm(isExact, Place: null));

    /// <summary>What each of a query's literals is called on a mention, in the order of <see cref="Query.Literals"/>.</summary>
    public static ImmutableArray<string> MemberNames(Query query) =>
        ImmutableArray.CreateRange(query.Literals, literal => literal.Name ?? literal.Text);
}
