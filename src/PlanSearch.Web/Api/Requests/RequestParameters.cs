using PlanSearch.Answers.Citations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>
/// A request as parameters of an address: the inverse of <see cref="Web.Api.Requests.SearchParameters"/>. What has its default is left out.
/// </summary>
internal static class RequestParameters
{
    /// <summary>The parameters in a fixed order, the query first.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Of(SearchRequest request)
    {
        yield return AddressQuery.Of(request.Query);
        foreach (var pair in Manner(request).Concat(Sample(request)).Concat(Filters(request)))
        {
            yield return pair;
        }

        if (request.Cursor is { } cursor)
        {
            yield return new("cursor", cursor);
        }
    }

    /// <summary>The parameters as a query string, "?" included.</summary>
    public static string QueryOf(SearchRequest request) => QueryString.Create(Of(request)).Value!;

    /// <summary>How it is searched and listed.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Manner(SearchRequest request)
    {
        if (request.Mode is not QueryMode.Auto)
        {
            yield return new("mode", QueryModes.NameOf(request.Mode));
        }

        foreach (var pair in OfQuestion(request))
        {
            yield return pair;
        }

        if (request.Exact)
        {
            yield return new("exact", "true");
        }

        if (request.Order != SearchRequest.UsualOrderOf(request.Mode))
        {
            yield return new("sort", SearchOrders.NameOf(request.Order));
        }

        if (request.Size != SearchRequest.UsualSize)
        {
            yield return new("size", $"{request.Size}");
        }
    }

    /// <summary>What was left out of a question.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> OfQuestion(SearchRequest request)
    {
        foreach (var word in request.WordsOff)
        {
            yield return new("off", word);
        }

        if (!request.WithPlaces)
        {
            yield return new("places", "off");
        }
    }

    /// <summary>The sample that is listed.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Sample(SearchRequest request)
    {
        if (request.Sample is { } sample)
        {
            yield return new("sample", $"{sample.Size}");
            yield return new("seed", sample.Seed);
        }
    }

    /// <summary>What it is narrowed to; an excluded value has a leading "-".</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Filters(SearchRequest request) =>
        request.Filters.SelectMany(filter => filter.Value.Stated.Select(value => new KeyValuePair<string, string?>(filter.Key, value)));
}
