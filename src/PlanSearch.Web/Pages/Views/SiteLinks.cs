using System.Globalization;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Pages.Views;

/// <summary>The addresses of the site; the only place that puts one together.</summary>
/// <param name="pathBase">The path under which a portal shows the site; empty at the root.</param>
/// <param name="view">How the page is shown that the links are on: links to the same list keep its unit and order.</param>
internal sealed class SiteLinks(string pathBase, PageView view)
{
    // A new build is a new address, so that no browser shows yesterday's style.
    private static readonly string Build = typeof(SiteLinks).Module.ModuleVersionId.ToString("N")[..8];

    private (SearchRequest? Request, string Parameters) _marked;

    public string Home => pathBase + "/";

    public string SearchForm => pathBase + "/search";

    public string MentionsForm => pathBase + "/mentions";

    public string Plans => pathBase + "/plans";

    public string MetadataForm => pathBase + "/metadata";

    public string Topics => pathBase + "/topics";

    public string Help => pathBase + "/help";

    /// <summary>A manual that comes with the program.</summary>
    public string Manual(string name) => $"{Help}/{Uri.EscapeDataString(name)}";

    /// <summary>A topic set with its words and what it may lack.</summary>
    public string Topic(string name) => $"{Topics}/{Uri.EscapeDataString(name)}";

    /// <summary>The same after a word was added.</summary>
    public string TopicAfter(string name, string word) => $"{Topic(name)}?done={Uri.EscapeDataString(word)}#done";

    /// <summary>Where the words of a topic set that are on are sent.</summary>
    public string TopicForm => SearchForm + "/topic";

    /// <summary>The page for frames of other sites.</summary>
    public string EmbedForm => pathBase + EmbedPaths.SearchPath;

    /// <summary>The style of a colour of another site.</summary>
    public string AccentStyle(string digits) => $"{pathBase}{EmbedPaths.StylePath}/{digits}.css";

    /// <summary>How the search gets into other sites, to see and to copy.</summary>
    public string Demo => pathBase + EmbedPaths.DemoPath;

    /// <summary>What browsers that offer the site among their searches read.</summary>
    public string OpenSearch => pathBase + Embed.OpenSearch.DescriptionPath;

    public string Suggest => pathBase + "/suggest";

    /// <summary>This very page in another language, size or colour.</summary>
    public string Here(string name, string value) => Legible(pathBase + view.With(name, value));

    public string Clips => pathBase + "/clips";

    /// <summary>A folder by the code of its link.</summary>
    public string ClipsOf(string code) => code.Length > 0 ? $"{Clips}?clips={code}" : Clips;

    /// <summary>The page of a folder after a change, which it names.</summary>
    public string ClipsAfter(string code, int? added, string? moved) =>
        Clips
            + QueryString.Create(
                new Dictionary<string, string?>
                {
                    ["clips"] = code.Length > 0 ? code : null,
                    ["added"] = added is { } count ? $"{count}" : null,
                    ["moved"] = moved
                }
            .Where(pair => pair.Value is not null));

    public string ApiPage => pathBase + Api.ApiDocs.Path + "/index.html";

    public string ApiDescription => pathBase + "/openapi/v1.json";

    public string Asset(string name) => $"{pathBase}/assets/{name}?v={Build}";

    public string Search(SearchRequest request) => Search(request, view.Unit);

    /// <summary>The same list with the facets counted in another unit.</summary>
    public string Search(SearchRequest request, FacetUnit unit) => Legible(SearchAddress(request, unit));

    /// <summary>The address of a search as a header takes it.</summary>
    public string SearchAddress(SearchRequest request) => SearchAddress(request, view.Unit);

    private string SearchAddress(SearchRequest request, FacetUnit unit) =>
        SearchForm
            + RequestParameters.QueryOf(request with { Sample = null })
            + string.Concat(UnitOf(unit).Select(pair => $"&{pair.Key}={pair.Value}"));

    /// <summary>The list one is on, of records or of mentions, with another search.</summary>
    public string List(SearchRequest request) => List(request, view.Unit);

    /// <summary>The same with the facets counted in another unit.</summary>
    public string List(SearchRequest request, FacetUnit unit) =>
        view.IsMentions ? Mentions(request, view.Order, view.Width, unit) : Search(request, unit);

    /// <summary>Where a form of the list one is on leads.</summary>
    public string ListForm => view.IsMentions ? MentionsForm : SearchForm;

    /// <summary>The list with or without the occurrences that are not counted.</summary>
    public string Aside(SearchRequest request, bool isShown) => Search(request) + (isShown ? "&aside=true#aside" : "");

    /// <summary>The same page of the list with every mention of a hit.</summary>
    public string Whole(SearchRequest request, RecordHit hit) =>
        Search(request) + $"&hit={Uri.EscapeDataString(HitName.Of(hit))}#{Uri.EscapeDataString(HitName.ElementOf(hit))}";

    /// <summary>The list with or without the values of facets that have no mention.</summary>
    public string Zero(SearchRequest request, bool isShown) => Unfolding(request, view.Unfolded) + (isShown ? "&zero=true#filters" : "#filters");

    /// <summary>The list with a value of a large tree unfolded.</summary>
    public string Unfold(SearchRequest request, string value) => Unfolding(request, value) + "#filters";

    private string Unfolding(SearchRequest request, string value) =>
        Legible(List(request) + (value.Length > 0 ? "&open=" + Uri.EscapeDataString(value) : ""));

    /// <summary>The same page of the list with the certificate unfolded.</summary>
    public string WithCertificate(SearchRequest request) => Search(request) + "&certificate=true#certificate";

    /// <summary>The list with every word that is offered beside it.</summary>
    public string AllOffers(SearchRequest request) => Search(request) + "&offers=all";

    /// <summary>The list with the whole absence list.</summary>
    public string AllAbsent(SearchRequest request) => Search(request) + "&absent=all#absent";

    public string Mentions(SearchRequest request) => Mentions(request, view.Order, view.Width);

    /// <summary>逐处 in another order, or with other neighbours taken together.</summary>
    public string Mentions(SearchRequest request, MentionOrder order, int width) => Mentions(request, order, width, view.Unit);

    private string Mentions(SearchRequest request, MentionOrder order, int width, FacetUnit unit) =>
        Legible(
            MentionsForm + RequestParameters.QueryOf(request with { Order = SearchRequest.UsualOrderOf(request.Mode) })
            + string.Concat(ArrangementOf(order, width).Concat(UnitOf(unit)).Select(pair => $"&{pair.Key}={pair.Value}")));

    /// <summary>What a form of 逐处 keeps of its arrangement.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> ArrangementOf(MentionOrder order, int width)
    {
        if (order != MentionOrder.Document)
        {
            yield return new("sort", order == MentionOrder.Left ? "left" : "right");
        }

        if (width != 1)
        {
            yield return new("near", width == PageView.ByWords ? PageView.WordsName : $"{width}");
        }
    }

    /// <summary>The mentions after a page of 逐处 as the API gives them, many at once.</summary>
    public string MoreMentions(SearchRequest request) =>
        pathBase + "/api/v1" + Mentions(request with { Size = SearchRequest.MaxSize }, view.Order, width: 1)[pathBase.Length..];

    /// <summary>What a form of the list keeps of the view.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> UnitOf(FacetUnit unit) =>
        unit == FacetUnit.Mentions ? [] : [new("unit", unit == FacetUnit.Records ? "records" : "plans")];

    /// <summary>Every mention as a file; size and cursor say nothing there.</summary>
    public string Download(SearchRequest request, string format) =>
        Legible(pathBase + "/api/v1/mentions" + RequestParameters.QueryOf(request with { Cursor = null }) + "&format=" + format);

    /// <summary>
    /// How the mentions change, for feed readers; read as the answer was, so that it stays the same search. A question has none.
    /// </summary>
    public string? Feed(SearchRequest request, Certificate certificate) => certificate.Question is not null
        ? null
        : pathBase + "/feed" + RequestParameters.QueryOf(new SearchRequest
        {
            Query = request.Query,
            Mode = certificate.Mode == "literal" ? QueryMode.Literal : QueryMode.Expression,
            Exact = request.Exact,
            Filters = request.Filters,
        });

    /// <summary>The full certificate of a search, to be kept with its numbers; read as the answer was.</summary>
    public string FullCertificate(Certificate certificate) => Legible(pathBase + CertificateAddress.Of(certificate));

    /// <summary>The same with blank columns for whoever codes the mentions.</summary>
    public string DownloadForCoding(SearchRequest request, string format, string columns) =>
        Download(request, format) + "&coding=" + Uri.EscapeDataString(columns);

    /// <summary>The list of plans, narrowed.</summary>
    public string PlansOf(PlansFilter filter) => Plans + QueryString.Create(filter.Parameters);

    /// <summary>A page of it, from 1.</summary>
    public string PlansOf(PlansFilter filter, int page) => Plans + QueryString.Create(filter.Parameters.Append(new("page", $"{page}")));

    /// <summary>The same with the forms of a plan.</summary>
    public string Edit(PlansFilter filter, string planId) =>
        Plans + QueryString.Create(filter.Parameters.Append(new("edit", planId))) + "#edit";

    /// <summary>The same after a change, which it names.</summary>
    public string PlansAfter(PlansFilter filter, string action, string planId) =>
        Plans + QueryString.Create(filter.Parameters.Append(new("done", action)).Append(new("plan", planId))) + "#done";

    public string Ledger(string planId) => $"{Plan(planId)}/ledger";

    /// <summary>The ledger with the form that corrects a source line.</summary>
    public string Correct(string planId, int line) => $"{Ledger(planId)}?line={line}#correct";

    /// <summary>The ledger after a change, which it names.</summary>
    public string LedgerAfter(string planId, string action) => $"{Ledger(planId)}?done={Uri.EscapeDataString(action)}#by-hand";

    /// <summary>What is known of all plans, as a table.</summary>
    public string Metadata(string format) => $"{pathBase}/api/v1/metadata?format={format}";

    /// <summary>The file the plan was read from.</summary>
    public string Source(string planId) => $"{pathBase}/api/v1/plans/{Uri.EscapeDataString(planId)}/source";

    public string Plan(string planId) => $"{pathBase}/plans/{Uri.EscapeDataString(planId)}";

    /// <summary>A plan with the mentions of a search marked, from its beginning; its filters hold there too.</summary>
    public string Reading(string planId, SearchRequest request)
    {
        // A page of hits leads into its plans by one search, mark by mark.
        if (!ReferenceEquals(request, _marked.Request))
        {
            _marked = (request, MarkedBy(request));
        }

        return Legible(Plan(planId)) + _marked.Parameters;
    }

    /// <summary>The same at what speaks against its headings.</summary>
    public string Doubts(string planId, SearchRequest request) => Reading(planId, request) + "#doubts";

    /// <summary>The same with or without source lines.</summary>
    public string Reading(string planId, SearchRequest request, bool withLines) =>
        withLines ? WithParameter(Reading(planId, request), "lines=1") : Reading(planId, request);

    /// <summary>The reading page with the citation of a block below it.</summary>
    public string Cite(string planId, SearchRequest request, string anchor) =>
        WithParameter(Reading(planId, request, view.WithLines), "cite=" + Uri.EscapeDataString(anchor)) + "#cite";

    /// <summary>The same with the citation of the record that the block begins.</summary>
    public string CiteRecord(string planId, SearchRequest request, string anchor) =>
        WithParameter(Reading(planId, request), "whole=true&cite=" + Uri.EscapeDataString(anchor)) + "#cite";

    /// <summary>The 相关内容 of a block.</summary>
    public string Similar(string planId, string anchor) =>
        $"{Plan(planId)}/similar?block={Uri.EscapeDataString(anchor)}#similar";

    /// <summary>A plan with the mentions of a search marked, at a block or at a mention in it.</summary>
    public string At(string planId, SearchRequest request, string anchor, int? offset) =>
        Reading(planId, request) + Fragment(anchor, offset);

    /// <summary>The lasting link to a block, without filters.</summary>
    public string Permalink(string planId, SearchRequest request, string anchor) =>
        pathBase + PlanPermalink.To(planId, request, anchor, null);

    // What is before the site's own paths is a portal's, and said as it says it.
    private string Legible(string address) => pathBase + LegibleAddress.Of(address[pathBase.Length..]);

    private static string Fragment(string anchor, int? offset) =>
        "#" + Uri.EscapeDataString(anchor) + (offset is { } at ? "." + at.ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>An address an answer gives relative to the site's root.</summary>
    public string To(string permalink) => pathBase + permalink;

    /// <summary>What an address of a plan says of the search whose mentions are marked.</summary>
    public static string MarkedBy(SearchRequest request) => request.Query.Length == 0
        ? ""
        : LegibleAddress.Of(RequestParameters.QueryOf(request.Unlisted()));

    private static string WithParameter(string address, string parameter) =>
        address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + parameter;
}
