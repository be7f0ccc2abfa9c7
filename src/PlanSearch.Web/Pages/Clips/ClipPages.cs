using System.Globalization;
using PlanSearch.Answers.Clips;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Pages.Frame;
using PlanSearch.Web.Pages.Picking;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Clips;

/// <summary>摘录夹: shown from its link, changed by forms, kept by nobody but the browser and whoever has the link or the file.</summary>
internal static class ClipPages
{
    public static void MapClipPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/clips", Show);
        pages.MapPost("/clips", ChangeAsync);
    }

    internal static IResult Show(
        string? clips, int? added, string? moved, [AsParameters] ClipServices services, CancellationToken cancellationToken)
    {
        var code = clips ?? services.View.Clips;
        var (folder, fault) = ClipLink.Read(code);
        return PageResults.Of<ClipsPage>(
            services.Model(
                folder ?? ClipFolder.Empty,
                isOwn: code == services.View.Clips,
                cancellationToken) with
            { Code = code, Fault = fault, Added = added, Moved = MovedOf(moved) },
            fault is null ? StatusCodes.Status200OK : Problems.StatusOf(fault));
    }

    internal static async Task<IResult> ChangeAsync(
        HttpRequest request, [AsParameters] ClipServices services, CancellationToken cancellationToken)
    {
        var (form, fault) = await ClipForm.ReadAsync(request, cancellationToken);
        if (form is null)
        {
            return PageResults.Fault(Problems.StatusOf(fault!), fault!);
        }

        if (services.FormOrigin.Refusal(request, form.Word) is { } foreign)
        {
            return PageResults.Fault(Problems.StatusOf(foreign), foreign);
        }

        var changes = new ClipChanges(services, form);
        var (change, refusal) = form.Action == ClipAction.Pick
            ? changes.Pick(cancellationToken)
            : await changes.EditAsync(cancellationToken);
        if (change is null)
        {
            return PageResults.Of<ClipsPage>(
                services.Model(form.Folder, form.IsOwn, cancellationToken) with { Fault = refusal }, Problems.StatusOf(refusal!));
        }

        return ClipDownload.Of(form.Action) is not null || form.Action == ClipAction.Keep
            ? Download(request.HttpContext, change, form.Action, services, cancellationToken)
            : Answer(request.HttpContext, change, services, cancellationToken);
    }

    // The page is asked for anew by its link, so that reloading it changes nothing twice. What no link can say is shown at once.
    private static IResult Answer(HttpContext http, ClipChange change, ClipServices services, CancellationToken cancellationToken)
    {
        var code = ClipLink.Write(change.Folder);
        if (code.Length > ClipLink.MaxLength)
        {
            return PageResults.Of<ClipsPage>(
                services.Model(change.Folder, isOwn: false, cancellationToken) with { Added = change.Added, Refused = change.Refused });
        }

        if (change.IsOwn)
        {
            ClipCookie.Keep(http, code, services.Origins);
        }

        if (change.Refused > 0)
        {
            return PageResults.Of<ClipsPage>(
                services.Model(change.Folder, change.IsOwn, cancellationToken) with { Added = change.Added, Refused = change.Refused });
        }

        http.Response.Headers.Location = services.Links.ClipsAfter(code, change.Added, change.Moved);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Download(
        HttpContext http, ClipChange change, string format, ClipServices services, CancellationToken cancellationToken)
    {
        var code = ClipLink.Write(change.Folder);
        if (change.IsOwn && code.Length <= ClipLink.MaxLength)
        {
            ClipCookie.Keep(http, code, services.Origins);
        }

        if (ClipDownload.Of(format) is not { } download)
        {
            return TypedResults.File(ClipFile.Write(change.Folder), "application/json", ClipDownload.FileName(change.Folder.Title, "json"));
        }

        var answer = services.PublicLinks.OfFile(http.Request)
            .In(new ClipResolver(services.Session.Reader).Answer(change.Folder, cancellationToken));
        var (file, fault) = download.Send(answer, services.Settings.Corpus, cancellationToken);
        return file is null ? PageResults.Fault(Problems.StatusOf(fault!), fault!) : file;
    }

    private static (int, string)? MovedOf(string? moved) =>
        moved?.Split('.', 2) is [(ClipAction.Up or ClipAction.Down) and var action, var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (index, action)
            : null;
}

/// <summary>What the pages of a folder need.</summary>
internal sealed record ClipServices(
    ReadingSession Session,
    SiteLinks Links,
    PageView View,
    HostSettings Settings,
    PublicLinks PublicLinks,
    SiteOrigins Origins,
    FormOrigin FormOrigin)
{
    /// <summary>A folder as its page shows it.</summary>
    public ClipsModel Model(ClipFolder folder, bool isOwn, CancellationToken cancellationToken) => new()
    {
        Folder = folder,
        Code = ClipLink.Write(folder),
        Answer = new ClipResolver(Session.Reader).Answer(folder, cancellationToken),
        IsOwn = isOwn,
    };
}
