using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.Views;

/// <summary>The same search with one thing changed, from its first page on.</summary>
internal static class RequestEdits
{
    /// <summary>Without one chosen value, be it included or excluded.</summary>
    public static SearchRequest Without(this SearchRequest request, string facet, string value) =>
        request.WithSelection(facet, request.Selection(facet) switch
        {
            var chosen => new FacetSelection(chosen.Included.Remove(value), chosen.Excluded.Remove(value)),
        });

    /// <summary>With one more included value.</summary>
    public static SearchRequest Including(this SearchRequest request, string facet, string value) =>
        request.WithSelection(facet, request.Selection(facet) switch
        {
            var chosen => new FacetSelection(chosen.Included.Remove(value).Add(value), chosen.Excluded.Remove(value)),
        });

    /// <summary>With one more excluded value.</summary>
    public static SearchRequest Excluding(this SearchRequest request, string facet, string value) =>
        request.WithSelection(facet, request.Selection(facet) switch
        {
            var chosen => new FacetSelection(chosen.Included.Remove(value), chosen.Excluded.Remove(value).Add(value)),
        });

    /// <summary>The same search as a list of records, from its first page: a page of mentions has another size.</summary>
    public static SearchRequest AsRecords(this SearchRequest request) =>
        request.ForRecords() with { Cursor = null, Size = SearchRequest.UsualSize };

    /// <summary>Without any filter.</summary>
    public static SearchRequest WithoutFilters(this SearchRequest request) =>
        request with { Filters = request.Filters.Clear(), Cursor = null };

    /// <summary>The values chosen of a facet; none when it is not filtered.</summary>
    public static FacetSelection Selection(this SearchRequest request, string facet) =>
        request.Filters.GetValueOrDefault(facet, FacetSelection.None);

    private static SearchRequest WithSelection(this SearchRequest request, string facet, FacetSelection selection) => request with
    {
        Cursor = null,
        Filters = selection.IsEmpty ? request.Filters.Remove(facet) : request.Filters.SetItem(facet, selection),
    };
}
