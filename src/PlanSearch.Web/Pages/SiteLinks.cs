using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Citations;

namespace PlanSearch.Web.Pages;

/// <summary>The addresses of the site; the only place that puts one together.</summary>
/// <param name="pathBase">The path under which a portal shows the site; empty at the root.</param>
internal sealed class SiteLinks(string pathBase)
{
    // A new build is a new address, so that no browser shows yesterday's style.
    private static readonly string Build = typeof(SiteLinks).Module.ModuleVersionId.ToString("N")[..8];

    public string Home => pathBase + "/";

    public string SearchForm => pathBase + "/search";

    public string Plans => pathBase + "/plans";

    public string Help => pathBase + "/help";

    public string ApiDescription => pathBase + "/openapi/v1.json";

    public string Asset(string name) => $"{pathBase}/assets/{name}?v={Build}";

    public string Search(SearchRequest request) => pathBase + "/search" + RequestParameters.QueryOf(request);

    public string Mentions(SearchRequest request) => pathBase + "/mentions" + RequestParameters.QueryOf(request);

    /// <summary>Every mention as a file; size and cursor say nothing there.</summary>
    public string Download(SearchRequest request, string format) =>
        pathBase + "/api/v1/mentions" + RequestParameters.QueryOf(request with { Cursor = null }) + "&format=" + format;

    public string Ledger(string planId) => $"{Plan(planId)}/ledger";

    /// <summary>The file the plan was read from.</summary>
    public string Source(string planId) => $"{pathBase}/api/v1/plans/{Uri.EscapeDataString(planId)}/source";

    public string Plan(string planId) => $"{pathBase}/plans/{Uri.EscapeDataString(planId)}";

    /// <summary>A plan with the mentions of a request's query marked, from its beginning; filters and page are left behind.</summary>
    public string Reading(string planId, SearchRequest request) => Plan(planId)
        + RequestParameters.QueryOf(new SearchRequest { Query = request.Query, Mode = request.Mode, Exact = request.Exact });

    /// <summary>The same, opened at a mention.</summary>
    public string Mention(string planId, SearchRequest request, string anchor, int offset) =>
        pathBase + PlanPermalink.To(planId, request, anchor, offset);

    /// <summary>An address an answer gives relative to the site's root.</summary>
    public string To(string permalink) => pathBase + permalink;
}
