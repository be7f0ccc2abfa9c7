using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Offers;
using PlanSearch.Answers.Similar;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Pages.Clips;
using PlanSearch.Web.Pages.Collection;
using PlanSearch.Web.Pages.Embed;
using PlanSearch.Web.Pages.ForReading;
using PlanSearch.Web.Pages.Frame;
using PlanSearch.Web.Pages.Manuals;
using PlanSearch.Web.Pages.Mentions;
using PlanSearch.Web.Pages.Results;
using PlanSearch.Web.Pages.Topics;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages;

/// <summary>The pages: the same parameters as the API, the same answers, set for reading.</summary>
internal static class PageEndpoints
{
    private const int SpreadPlans = 60;
    private const int Suggestions = 10;
    private const int SimilarOnPage = 10;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        // Not part of the API's description.
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", Search);
        pages.MapGet("/search", Search);
        pages.MapGet("/search/certificate", CertificateOf);
        pages.MapGet("/mentions", Mentions);
        pages.MapLongQueries();
        pages.MapFeedPage();
        pages.MapGet("/plans", Plans);
        pages.MapUpkeep();
        pages.MapGet("/plans/{id}", Reading);
        pages.MapGet("/plans/{id}/cite", Cite);
        pages.MapGet("/plans/{id}/similar", Similar);
        pages.MapLedgerPages();
        pages.MapTopicPages();
        pages.MapGet("/suggest", Suggest);
        pages.MapMetadataPage();
        pages.MapClipPages();
        pages.MapGet("/help", () => PageResults.Of<HelpPage>());
        pages.MapGet("/help/{name}", HelpOn);
        pages.MapEmbed();
    }

    internal static RazorComponentResult Search(
        [AsParameters] SearchParameters parameters, ReadingSession session, PageView view, CancellationToken cancellationToken) =>
        parameters.IsEmpty
            ? PageResults.Of<HomePage>(session.Reader.Plans)
            : PageFaults.Page(parameters, request =>
            {
                var (inquiry, unread) = session.Ask(request.ForRecords() with { WithZeroValues = view.WithZero }, cancellationToken);
                var (found, fault) = inquiry?.Records ?? unread!;
                var answer = found is null
                    ? null
                    : found with { Hits = [.. found.Hits.Select(hit => HitName.Of(hit) == view.Hit ? inquiry!.Whole(hit) : hit)] };
                var model = new SearchModel(request, answer, fault)
                {
                    Quote = answer is null ? null : QuoteOf(inquiry!),
                    // Of the whole answer, like what is related, so it belongs on its first page. Before the kinds: it keeps mentions that
                    // they read.
                    Longer = answer is null || request.Cursor is not null ? null : inquiry!.Longer,
                    Kinds = answer is null ? null : inquiry!.Kinds,
                    Aside = answer is null || !view.WithAside ? null : inquiry!.Aside,
                    Titled = PlanTitles.Matching(session.Reader, request.Query),
                };
                return PageResults.Of<SearchPage>(model, PageFaults.StatusOf(fault));
            });

    /// <summary>The certificate of a search, for a page that shows its hits already.</summary>
    internal static Results<JsonHttpResult<CertificateLines>, ProblemHttpResult> CertificateOf(
        [AsParameters] SearchParameters parameters, [AsParameters] PageServices page, CancellationToken cancellationToken)
    {
        var (lines, fault) = parameters.ToRequest().Then(request => page.Session.Ask(request.ForRecords(), cancellationToken))
            .Then<CertificateLines>(inquiry => CertificateLines.Of(inquiry.Certificate, page.View.Texts, page.Links));
        return lines is null ? Problems.Of(fault!) : TypedResults.Json(lines);
    }

    internal static RazorComponentResult Mentions(
        [AsParameters] SearchParameters parameters, ReadingSession session, PageView view, CancellationToken cancellationToken) =>
        PageFaults.Page(parameters, asked =>
        {
            var request = asked with { Size = parameters.Size ?? MentionsModel.UsualSize };
            var (inquiry, unread) = session.Ask(
                request.ForMentions() with { WithFacets = true, WithZeroValues = view.WithZero }, cancellationToken);
            var (answer, fault) = inquiry?.Mentions(view.Order) ?? unread!;
            var isFirst = answer is not null && request.Cursor is null;
            var model = new MentionsModel(request, answer, fault)
            {
                Quote = answer is null ? null : QuoteOf(inquiry!),
                Facets = answer is null ? [] : inquiry!.Facets,
                Plans = answer is null ? [] : inquiry!.PlansOf(answer.Mentions.Select(mention => mention.Plan)),
                // They are of the whole answer, so they belong on its first page.
                Neighbours = isFirst && view.Width != PageView.ByWords ? inquiry!.Neighbours(view.Width).Value : null,
                Company = isFirst && view.Width == PageView.ByWords ? inquiry!.Company : null,
                Spread = isFirst ? inquiry!.Spread(SpreadPlans) : null,
            };
            return PageResults.Of<MentionsPage>(model, PageFaults.StatusOf(fault));
        });

    internal static RazorComponentResult Plans(HttpRequest request, ReadingSession session) =>
        PageResults.Of<PlansPage>(PlansModel.Of(session.Reader, request.Query));

    internal static RazorComponentResult Reading(
        string id, [AsParameters] SearchParameters parameters, [AsParameters] PageServices page, CancellationToken cancellationToken) =>
        PageFaults.Page(parameters, request =>
        {
            var (reader, cited) = (page.Session.Reader, page.View.Cited);
            var marked = PlanForReading.Read(reader, id, request, cancellationToken);
            // A query that cannot be read marks nothing; the plan is there all the same.
            var shown = marked.Value ?? PlanForReading.Read(reader, id, new SearchRequest { Query = "" }, cancellationToken).Value;
            if (shown is null)
            {
                return PageFaults.FaultOf(marked.Fault!);
            }

            var citations = cited.Length > 0 ? CitedOf(reader, id, page.View).Value?.Citations : null;
            return PageResults.Of<ReadingPage>(
                new ReadingModel(request, shown, marked.Fault)
                {
                    Cited = citations is null ? null : CiteModel.Of(shown, request, cited, citations, page.Links)
                },
                PageFaults.StatusOf(marked.Fault));
        });

    /// <summary>The citation of a block, for a page that shows the plan already.</summary>
    internal static Results<JsonHttpResult<CiteModel>, ProblemHttpResult> Cite(
        string id, [AsParameters] SearchParameters parameters, [AsParameters] PageServices page, CancellationToken cancellationToken)
    {
        var (reader, anchor) = (page.Session.Reader, page.View.Cited);
        var (model, fault) = parameters.ToRequest().Then(request => PlanForReading.Read(reader, id, request, cancellationToken)
            .Then(
                reading => CitedOf(reader, id, page.View)
                    .Then<CiteModel>(cited => CiteModel.Of(reading, request, anchor, cited.Citations, page.Links))));
        return model is null ? Problems.Of(fault!) : TypedResults.Json(model);
    }

    private static Outcome<CitedBlock> CitedOf(CollectionReader reader, string id, PageView view) =>
        view.CitesRecord ? CitedBlock.OfRecord(reader, id, view.Cited) : CitedBlock.Of(reader, id, view.Cited);

    /// <summary>A paragraph with what is near it in words.</summary>
    internal static RazorComponentResult Similar(string id, string? block, ReadingSession session, CancellationToken cancellationToken)
    {
        var (similar, fault) = SimilarSections.Of(
            session.Reader, id, block ?? "", new SearchRequest { Query = "", Size = SimilarOnPage }, cancellationToken);
        return similar is null ? PageFaults.FaultOf(fault!) : PageResults.Of<SimilarPage>(similar);
    }

    internal static Results<RazorComponentResult, NotFound> HelpOn(string name) =>
        Manual.Find(name) is { } manual ? PageResults.Of<ManualPage>(manual) : TypedResults.NotFound();

    internal static JsonHttpResult<IReadOnlyList<Suggestion>> Suggest(
        string? q, ReadingSession session, CancellationToken cancellationToken) =>
        TypedResults.Json(
            q is null or { Length: > SearchRequest.MaxQueryLength }
                ? []
                : Suggestion.Find(session.Reader, q, Suggestions, cancellationToken));

    private static string QuoteOf(Inquiry inquiry) => CountSentence.Of(inquiry.Certificate, inquiry.Absent, inquiry.BuiltAt);
}

/// <summary>What the pages of a plan are answered with.</summary>
internal sealed record PageServices(ReadingSession Session, PageView View, SiteLinks Links);
