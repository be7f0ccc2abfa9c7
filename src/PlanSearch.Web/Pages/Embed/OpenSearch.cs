using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Words;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Access;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Pages.Texts;

namespace PlanSearch.Web.Pages.Embed;

/// <summary>The site as a search of the browser (OpenSearch 1.1, with the suggestions extension).</summary>
internal static class OpenSearch
{
    public const string DescriptionPath = "/opensearch/description.xml";
    public const string SuggestPath = "/opensearch/suggest";

    /// <summary>The type of a description.</summary>
    public const string ContentType = "application/opensearchdescription+xml";

    private const string SuggestionsType = "application/x-suggestions+json";
    private const string Terms = "{searchTerms}";
    private const int Suggestions = 10;
    private static readonly XNamespace Ns = "http://a9.com/-/spec/opensearch/1.1/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // The description names addresses and nothing of the plans; suggestions are read from them.
        routes.MapGet(DescriptionPath, Description).WithMetadata(AccessNeed.Open);
        routes.MapGet(SuggestPath, Suggest);
    }

    internal static Utf8ContentHttpResult Description(HttpContext context, HostSettings settings)
    {
        var site = SiteAddress.Of(context, settings);
        var description = new XElement(Ns + "OpenSearchDescription",
            new XElement(Ns + "ShortName", Chinese.Texts.Product),
            new XElement(Ns + "Description", Chinese.Texts.OpenSearchDescription),
            new XElement(Ns + "InputEncoding", "UTF-8"),
            new XElement(Ns + "Image", new XAttribute("type", "image/svg+xml"), $"{site}/assets/favicon.svg"),
            Url("text/html", $"{site}/search?q={Terms}", "results"),
            Url(SuggestionsType, $"{site}{SuggestPath}?q={Terms}", "suggestions"),
            Url(ContentType, site + DescriptionPath, "self"));
        return TypedResults.Text(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + description), ContentType);
    }

    /// <summary><c>["营", ["营商环境", …], ["3 份", …], ["https://…/search?q=…", …]]</c>.</summary>
    internal static JsonHttpResult<object[]> Suggest(
        string? q, HttpContext context, ReadingSession session, HostSettings settings, CancellationToken cancellationToken)
    {
        var asked = q is { Length: <= SearchRequest.MaxQueryLength } ? q : "";
        var found = Suggestion.Find(session.Reader, asked, Suggestions, cancellationToken);
        var site = SiteAddress.Of(context, settings);
        return TypedResults.Json<object[]>(
            [
                asked, found.Select(one => one.Text), found.Select(one => one.Plans > 0 ? Chinese.Texts.PlanCount($"{one.Plans}") : ""),
                found.Select(one => site + "/search?q=" + Uri.EscapeDataString(one.Text)),
            ],
            contentType: SuggestionsType);
    }

    private static XElement Url(string type, string template, string relation) =>
        new(
            Ns + "Url",
            new XAttribute("type", type),
            new XAttribute("rel", relation),
            new XAttribute("method", "get"),
            new XAttribute("template", template));
}
