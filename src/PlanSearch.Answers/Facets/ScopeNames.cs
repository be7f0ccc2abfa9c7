using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Facets;

/// <summary>The names and values of a scope, held against those that there are.</summary>
public static class ScopeNames
{
    /// <summary>The first name or value that no plan of the collection has; null when it has all of them.</summary>
    public static RequestFault? Unknown(CollectionReader reader, PlanScope scope)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(scope);
        return ResolvedFilters.Resolve(FacetCatalog.Of(reader.View), scope.Selections, query: null).Fault;
    }
}
