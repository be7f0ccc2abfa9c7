using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Pages.Frame;

namespace PlanSearch.Web.Pages.Collection;

/// <summary>A plan's ledger, and the forms that correct a line of it and confirm a part of it; all without script.</summary>
internal static class LedgerPages
{
    /// <summary>The fields of the forms.</summary>
    public const string Line = "line", Is = "is", By = "by", Correction = "correction", Part = "part", Withdraw = "withdraw";

    public static void MapLedgerPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/plans/{id}/ledger", Ledger);
        pages.MapPost("/plans/{id}/ledger", Change).DisableRequestTimeout();
    }

    internal static RazorComponentResult Ledger(string id, HttpRequest request, ReadingSession session) =>
        LedgerModel.Of(session.Reader, id, request.Query) is var outcome && outcome.Value is { } model
            ? PageResults.Of<LedgerPage>(model)
            : PageFaults.FaultOf(outcome.Fault!);

    internal static async Task<IResult> Change(
        string id, HttpRequest request, [AsParameters] UpkeepServices services, CancellationToken cancellationToken)
    {
        var (form, fault) = await SentForm.ReadAsync(request, services.Settings.MaxUploadBytes, services.Refusal, cancellationToken);
        if (form is not null && (fault = services.Refusal(form)) is null)
        {
            var (change, refused) = await ChangeAsync(id, form, services.Upkeep, cancellationToken);
            if (change is not null)
            {
                // The page is asked for anew, so that reloading it sends nothing twice.
                request.HttpContext.Response.Headers.Location = services.Links.LedgerAfter(id, form[UpkeepAction.Field]);
                return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
            }

            fault = refused;
        }

        var outcome = LedgerModel.Of(services.Session.Reader, id, request.Query);
        return outcome.Value is { } model
            ? PageResults.Of<LedgerPage>(model with { Fault = fault, Sent = form?.Fields }, UpkeepEndpoints.StatusOf(fault!))
            : PageFaults.FaultOf(outcome.Fault!);
    }

    private static Task<Outcome<PlanChange>> ChangeAsync(
        string id, SentForm form, PlanUpkeep upkeep, CancellationToken cancellationToken) =>
        form[UpkeepAction.Field] switch
        {
            UpkeepAction.Line => ChangeOf(form) is { } change
                ? upkeep.CorrectLineAsync(id, change, cancellationToken)
                : Incomplete("没有选这一行是什么，没有修改。"),
            UpkeepAction.Undo => TakenBack(form[Correction]) is { } taken
                ? upkeep.CorrectLineAsync(id, taken, cancellationToken)
                : Incomplete("没有选要撤销的校正，没有修改。"),
            UpkeepAction.Confirm => OutlineWords.PartOf(form[Part]) is { } part
                ? upkeep.ConfirmAsync(id, part, form[Withdraw] == "true" ? null : form[By], cancellationToken)
                : Incomplete("没有选校核的是什么，没有修改。"),
            _ => Incomplete("表单不完整，没有修改。"),
        };

    private static Task<Outcome<PlanChange>> Incomplete(string reason) =>
        Task.FromResult<Outcome<PlanChange>>(new RequestFault(FaultKinds.FormIncomplete, reason));

    // heading 2, item, text, box_end
    private static LineChange? ChangeOf(SentForm form)
    {
        var words = form[Is].Split(' ');
        return OutlineWords.RoleOf(words[0]) is { } role && Number(form[Line]) is { } line
            ? new LineChange(line, Words: null, role, words.Length > 1 ? Number(words[1]) ?? 0 : 0, form[By])
            : null;
    }

    /// <summary>How a form names a correction: which of equal lines, and their words.</summary>
    public static string NameOf(LineWords line) => $"{line.Ordinal} {line.Words}";

    private static LineChange? TakenBack(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at && Number(name[..at]) is { } ordinal
            ? new LineChange(Line: 0, new LineWords(name[(at + 1)..], ordinal), Role: null, Depth: 0, By: "")
            : null;

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
