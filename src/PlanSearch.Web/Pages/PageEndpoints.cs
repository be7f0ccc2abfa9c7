using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Answers;
using PlanSearch.Web.Api;

namespace PlanSearch.Web.Pages;

/// <summary>The pages: the same parameters as the API, the same answers, set for reading.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        // Not part of the API's description.
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", Search);
        pages.MapGet("/search", Search);
        pages.MapGet("/mentions", Mentions);
        pages.MapGet("/plans", Plans);
        pages.MapGet("/plans/{id}", Reading);
        pages.MapGet("/plans/{id}/ledger", Ledger);
        pages.MapGet("/help", () => PageResults.Of<HelpPage>());
    }

    internal static RazorComponentResult Search(
        [AsParameters] SearchParameters parameters, PlanCorpus corpus, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(parameters.Query)
            ? PageResults.Of<HomePage>(corpus.Plans)
            : Page(parameters, request => Answered<SearchPage, SearchAnswer>(request, corpus.Search(request, cancellationToken)));

    internal static RazorComponentResult Mentions(
        [AsParameters] SearchParameters parameters, PlanCorpus corpus, CancellationToken cancellationToken) =>
        Page(parameters, request => Answered<MentionsPage, MentionsAnswer>(request, corpus.Mentions(request, cancellationToken)));

    internal static RazorComponentResult Plans(PlanCorpus corpus) => PageResults.Of<PlansPage>(corpus.Plans);

    internal static RazorComponentResult Reading(
        string id, [AsParameters] SearchParameters parameters, PlanCorpus corpus, CancellationToken cancellationToken) =>
        Page(parameters, request =>
        {
            var marked = corpus.Read(id, request, cancellationToken);
            // A query that cannot be read marks nothing; the plan is there all the same.
            var shown = marked.Value ?? corpus.Read(id, new SearchRequest { Query = "" }, cancellationToken).Value;
            return shown is null
                ? FaultOf(marked.Fault!)
                : PageResults.Of<ReadingPage>(new ReadingModel(request, shown, marked.Fault), StatusOf(marked.Fault));
        });

    internal static RazorComponentResult Ledger(string id, PlanCorpus corpus)
    {
        var outcome = corpus.Ledger(id);
        return outcome.Value is { } ledger ? PageResults.Of<LedgerPage>(ledger) : FaultOf(outcome.Fault!);
    }

    private static RazorComponentResult Page(SearchParameters parameters, Func<SearchRequest, RazorComponentResult> page)
    {
        var outcome = parameters.ToRequest();
        return outcome.Value is { } request ? page(request) : FaultOf(outcome.Fault!);
    }

    private static RazorComponentResult Answered<TPage, TAnswer>(SearchRequest request, Outcome<TAnswer> outcome)
        where TPage : IComponent
        where TAnswer : class =>
        PageResults.Of<TPage>(new AnswerModel<TAnswer>(request, outcome.Value, outcome.Fault), StatusOf(outcome.Fault));

    private static RazorComponentResult FaultOf(RequestFault fault) => PageResults.Fault(Problems.StatusOf(fault), fault);

    private static int StatusOf(RequestFault? fault) => fault is null ? StatusCodes.Status200OK : Problems.StatusOf(fault);
}
