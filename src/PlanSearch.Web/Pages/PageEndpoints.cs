using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Answers;
using PlanSearch.Web.Api;
using PlanSearch.Web.Pages.Clips;
using PlanSearch.Web.Pages.Embed;
using PlanSearch.Web.Pages.Manuals;

namespace PlanSearch.Web.Pages;

/// <summary>The pages: the same parameters as the API, the same answers, set for reading.</summary>
internal static class PageEndpoints
{
    private const int SpreadPlans = 60;
    private const int Suggestions = 10;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        // Not part of the API's description.
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", Search);
        pages.MapGet("/search", Search);
        pages.MapGet("/mentions", Mentions);
        pages.MapFeedPage();
        pages.MapGet("/plans", Plans);
        pages.MapUpkeep();
        pages.MapGet("/plans/{id}", Reading);
        pages.MapGet("/plans/{id}/ledger", Ledger);
        pages.MapTopicPages();
        pages.MapGet("/suggest", Suggest);
        pages.MapMetadataPage();
        pages.MapClipPages();
        pages.MapGet("/help", () => PageResults.Of<HelpPage>());
        pages.MapGet("/help/{name}", HelpOn);
        pages.MapEmbed();
    }

    internal static RazorComponentResult Search(
        [AsParameters] SearchParameters parameters, PlanCorpus corpus, PageView view, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(parameters.Query)
            ? PageResults.Of<HomePage>(corpus.Plans)
            : Page(parameters, request =>
            {
                var outcome = corpus.Search(request with { WithZeroValues = view.WithZero }, cancellationToken);
                var model = new SearchModel(request, outcome.Value, outcome.Fault)
                {
                    Kinds = outcome.Value is null ? null : corpus.KindsOf(request, cancellationToken).Value,
                    Aside = outcome.Value is null || !view.WithAside ? null : corpus.Aside(request, cancellationToken).Value,
                    Titled = PlanTitles.Matching(corpus.Plans, request.Query),
                };
                return PageResults.Of<SearchPage>(model, StatusOf(outcome.Fault));
            });

    internal static RazorComponentResult Mentions(
        [AsParameters] SearchParameters parameters, PlanCorpus corpus, PageView view, CancellationToken cancellationToken) =>
        Page(parameters, request =>
        {
            var outcome = corpus.Mentions(request, view.Order, cancellationToken);
            var isFirst = outcome.Value is not null && request.Cursor is null;
            var model = new MentionsModel(request, outcome.Value, outcome.Fault)
            {
                // They are of the whole answer, so they stand on its first page.
                Neighbours = isFirst ? corpus.Neighbours(request, view.Width, cancellationToken).Value : null,
                Spread = isFirst ? corpus.Spread(request, SpreadPlans, cancellationToken).Value : null,
            };
            return PageResults.Of<MentionsPage>(model, StatusOf(outcome.Fault));
        });

    internal static RazorComponentResult Plans(HttpRequest request, PlanCorpus corpus) =>
        PageResults.Of<PlansPage>(PlansModel.Of(corpus, request.Query));

    internal static RazorComponentResult Reading(
        string id, [AsParameters] SearchParameters parameters, PlanCorpus corpus, PageView view, CancellationToken cancellationToken) =>
        Page(parameters, request =>
        {
            var marked = corpus.Read(id, request, cancellationToken);
            // A query that cannot be read marks nothing; the plan is there all the same.
            var shown = marked.Value ?? corpus.Read(id, new SearchRequest { Query = "" }, cancellationToken).Value;
            return shown is null
                ? FaultOf(marked.Fault!)
                : PageResults.Of<ReadingPage>(
                    new ReadingModel(request, shown, marked.Fault) { Cited = view.Cited.Length > 0 ? corpus.Cite(id, view.Cited).Value : null },
                    StatusOf(marked.Fault));
        });

    internal static RazorComponentResult Ledger(string id, PlanCorpus corpus)
    {
        var outcome = corpus.Ledger(id);
        return outcome.Value is { } ledger ? PageResults.Of<LedgerPage>(ledger) : FaultOf(outcome.Fault!);
    }

    internal static Results<RazorComponentResult, NotFound> HelpOn(string name) =>
        Manual.Find(name) is { } manual ? PageResults.Of<ManualPage>(manual) : TypedResults.NotFound();

    internal static JsonHttpResult<IReadOnlyList<Suggestion>> Suggest(string? q, PlanCorpus corpus) =>
        TypedResults.Json(q is null or { Length: > SearchRequest.MaxQueryLength } ? [] : corpus.Suggest(q, Suggestions));

    /// <summary>The page of a request, or of the fault that keeps it from being one.</summary>
    internal static RazorComponentResult Page(SearchParameters parameters, Func<SearchRequest, RazorComponentResult> page)
    {
        var outcome = parameters.ToRequest();
        return outcome.Value is { } request ? page(request) : FaultOf(outcome.Fault!);
    }

    /// <summary>The page of a fault.</summary>
    internal static RazorComponentResult FaultOf(RequestFault fault) => PageResults.Fault(Problems.StatusOf(fault), fault);

    /// <summary>The status of an answer with or without a fault.</summary>
    internal static int StatusOf(RequestFault? fault) => fault is null ? StatusCodes.Status200OK : Problems.StatusOf(fault);
}
