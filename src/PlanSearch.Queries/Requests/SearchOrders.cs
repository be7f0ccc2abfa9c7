using System.Collections.Immutable;

namespace PlanSearch.Queries.Requests;

/// <summary>The names of the orders of a list, as addresses, bodies and the command line write them.</summary>
public static class SearchOrders
{
    /// <summary>Each by its name, in the order in which they are offered.</summary>
    public static ImmutableArray<(SearchOrder Order, string Name)> All { get; } =
    [
        (SearchOrder.Document, "document"),
        (SearchOrder.Relevance, "relevance"),
        (SearchOrder.Density, "density"),
        (SearchOrder.Date, "date"),
        (SearchOrder.Title, "title"),
    ];

    /// <summary>As it is written: document, relevance and so on.</summary>
    public static string NameOf(SearchOrder order) => All.First(one => one.Order == order).Name;

    /// <summary>The order of a name; null for any other word.</summary>
    public static SearchOrder? Of(string name) =>
        All.Where(one => one.Name == name).Select(one => (SearchOrder?)one.Order).FirstOrDefault();
}
