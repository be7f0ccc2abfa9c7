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
        [AsParameters] SearchParameters parameters, PlanCorpus corpus, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(parameters.Query))
        {
            return PageResults.Of<HomePage>(corpus.Plans);
        }

        return parameters.ToRequest() switch
        {
            { Value: { } request } => Answered<SearchPage, SearchAnswer>(request, corpus.Search(request, cancellationToken)),
            { Fault: var fault } => PageResults.Fault(Problems.StatusOf(fault!), fault!),
        };
    }

    internal static RazorComponentResult Mentions(
        [AsParameters] SearchParameters parameters, PlanCorpus corpus, CancellationToken cancellationToken) =>
        parameters.ToRequest() switch
        {
            { Value: { } request } => Answered<MentionsPage, MentionsAnswer>(request, corpus.Mentions(request, cancellationToken)),
            { Fault: var fault } => PageResults.Fault(Problems.StatusOf(fault!), fault!),
        };

    internal static RazorComponentResult Plans(PlanCorpus corpus) => PageResults.Of<PlansPage>(corpus.Plans);

    internal static RazorComponentResult Reading(
        string id, [AsParameters] SearchParameters parameters, PlanCorpus corpus, CancellationToken cancellationToken)
    {
        if (parameters.ToRequest() is not { Value: { } request } unread)
        {
            var fault = parameters.ToRequest().Fault!;
            return PageResults.Fault(Problems.StatusOf(fault), fault);
        }

        return corpus.Read(id, request, cancellationToken) switch
        {
            { Value: { } reading } => PageResults.Of<ReadingPage>(new ReadingModel(request, reading, Fault: null)),
            { Fault: { Code: not "plan_unknown" } fault } when corpus.Read(id, request with { Query = "" }, cancellationToken).Value is { } unmarked =>
                PageResults.Of<ReadingPage>(new ReadingModel(request, unmarked, fault), Problems.StatusOf(fault)),
            { Fault: var fault } => PageResults.Fault(Problems.StatusOf(fault!), fault!),
        };
    }

    internal static RazorComponentResult Ledger(string id, PlanCorpus corpus) => corpus.Ledger(id) switch
    {
        { Value: { } ledger } => PageResults.Of<LedgerPage>(ledger),
        { Fault: var fault } => PageResults.Fault(Problems.StatusOf(fault!), fault!),
    };

    private static RazorComponentResult Answered<TPage, TAnswer>(SearchRequest request, Outcome<TAnswer> outcome)
        where TPage : Microsoft.AspNetCore.Components.IComponent
        where TAnswer : class =>
        PageResults.Of<TPage>(
            new AnswerModel<TAnswer>(request, outcome.Value, outcome.Fault),
            outcome.Fault is { } fault ? Problems.StatusOf(fault) : StatusCodes.Status200OK);
}
