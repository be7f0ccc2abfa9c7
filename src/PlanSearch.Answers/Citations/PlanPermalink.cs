using System.Globalization;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Citations;

/// <summary>
/// Addresses of places in plans, relative to the site's root; they survive an ingest because anchors are made from the text.
/// </summary>
public static class PlanPermalink
{
    /// <summary><c>/plans/{id}</c>: where a plan is read from its beginning.</summary>
    public static string ToPlan(string planId) => "/plans/" + Uri.EscapeDataString(planId);

    /// <summary><c>/plans/{id}?q=…#anchor.offset</c>: where a plan is read with the query's mentions marked.</summary>
    /// <param name="planId">The plan; any characters.</param>
    /// <param name="request">
    /// The query and how it is read; filters are left out: a link that is kept must outlive the columns of the collection.
    /// </param>
    /// <param name="anchor">The block's anchor.</param>
    /// <param name="offset">UTF-16 offset of the mention in the block; null for the block.</param>
    public static string To(string planId, SearchRequest request, string anchor, int? offset) =>
        To(planId, QueryOf(request), anchor, offset);

    /// <summary>The same for many links of one request.</summary>
    /// <param name="planId">The plan; any characters.</param>
    /// <param name="query">What <see cref="QueryOf"/> makes of the request.</param>
    /// <param name="anchor">The block's anchor.</param>
    /// <param name="offset">UTF-16 offset of the mention in the block; null for the block.</param>
    internal static string To(string planId, string query, string anchor, int? offset)
    {
        var block = $"{ToPlan(planId)}{query}#{Uri.EscapeDataString(anchor)}";
        return offset is { } at ? string.Create(CultureInfo.InvariantCulture, $"{block}.{at}") : block;
    }

    /// <summary><c>?q=…</c>: the part of a link that all links of one request share; empty without a query.</summary>
    internal static string QueryOf(SearchRequest request)
    {
        if (request.Query.Length == 0)
        {
            return "";
        }

        var mode = request.Mode is QueryMode.Auto ? "" : "&mode=" + QueryModes.NameOf(request.Mode);
        var (name, query) = AddressQuery.Of(request.Query);
        var off = string.Concat(request.WordsOff.Select(word => "&off=" + Uri.EscapeDataString(word)));
        var places = request.WithPlaces ? "" : "&places=off";
        return $"?{name}={Uri.EscapeDataString(query!)}{mode}{off}{places}{(request.Exact ? "&exact=true" : "")}";
    }
}
