using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Pages.Frame;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Collection;

/// <summary>
/// The forms of the plans page: add, correct, replace, remove. The key is a field of the form, so no other site can have one sent.
/// </summary>
internal static class UpkeepEndpoints
{
    public static void MapUpkeep(this IEndpointRouteBuilder pages) => pages.MapPost("/plans", Change).DisableRequestTimeout();

    internal static async Task<IResult> Change(
        HttpRequest request, string? edit, [AsParameters] UpkeepServices services, CancellationToken cancellationToken)
    {
        var (form, fault) = await SentForm.ReadAsync(request, services.Settings.MaxUploadBytes, services.Refusal, cancellationToken);
        if (form is not null && (fault = services.Refusal(form)) is null)
        {
            var (change, refused) = await ChangeAsync(form, edit ?? "", services.Upkeep, cancellationToken);
            if (change is not null)
            {
                // The page is asked for anew, so that reloading it sends nothing twice.
                request.HttpContext.Response.Headers.Location =
                    services.Links.PlansAfter(PlansFilter.From(request.Query), form[UpkeepAction.Field], change.Id);
                return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
            }

            fault = refused;
        }

        var model = PlansModel.Of(services.Session.Reader, request.Query) with { Fault = fault, Sent = form?.Fields };
        return PageResults.Of<PlansPage>(model, StatusOf(fault!));
    }

    private static async Task<Outcome<PlanChange>> ChangeAsync(
        SentForm form, string plan, PlanUpkeep upkeep, CancellationToken cancellationToken) =>
        form[UpkeepAction.Field] switch
        {
            UpkeepAction.Add => await AddAsync(form, upkeep, cancellationToken),
            UpkeepAction.Replace => form.File is { Content.Length: > 0 } file
                ? await upkeep.ReplaceAsync(plan, file.Content, allowDrop: false, cancellationToken)
                : NoFile(),
            UpkeepAction.Remove => form["sure"] == "true"
                ? await upkeep.RemoveAsync(plan, cancellationToken)
                : new RequestFault(FaultKinds.NotConfirmed, "没有勾选确认，未删除。"),
            UpkeepAction.Correct => MetadataForm.Changes(form.Fields) is { IsEmpty: false } changes
                ? await upkeep.CorrectAsync(plan, changes, cancellationToken)
                : new RequestFault(FaultKinds.NothingChanged, "没有改动任何一项。"),
            _ => new RequestFault(FaultKinds.ActionUnknown, "表单不完整，没有修改。"),
        };

    private static async Task<Outcome<PlanChange>> AddAsync(SentForm form, PlanUpkeep upkeep, CancellationToken cancellationToken) =>
        form.File is { Content.Length: > 0 } file
            ? await upkeep.AddAsync(
                form["id"].Trim() is { Length: > 0 } id ? id : PlanId.OfFileName(file.FileName),
                file.Content,
                allowDrop: false,
                cancellationToken)
            : NoFile();

    /// <summary>The fault of a form without the file it is about.</summary>
    public static RequestFault NoFile() => new(FaultKinds.UploadMissing, "没有选择文件。");

    /// <summary>The status of a form that changed nothing.</summary>
    public static int StatusOf(RequestFault fault) =>
        fault.Code == UpkeepServices.KeyFault ? StatusCodes.Status403Forbidden : Problems.StatusOf(fault);
}

/// <summary>What the forms need.</summary>
internal sealed record UpkeepServices(ReadingSession Session, PlanUpkeep Upkeep, AccessKeys Keys, HostSettings Settings, SiteLinks Links)
{
    /// <summary>The code of a form with another key, or none.</summary>
    public const string KeyFault = FaultKinds.KeyMissing;

    /// <summary>Why a form changes nothing, whatever it says; null when its key opens writing.</summary>
    public RequestFault? Refusal(SentForm form) =>
        !Keys.IsWritingOn ? new RequestFault(KeyFault, AccessKeys.NoWriting)
        : Keys.MayWrite(form[UpkeepAction.Key]) ? null
        : new RequestFault(KeyFault, "录入密钥不对，没有修改。");
}

/// <summary>What a form of the plans page does, by the words it is sent with.</summary>
internal static class UpkeepAction
{
    /// <summary>The field that says it, and the field of the key; both are before any file.</summary>
    public const string Field = "do", Key = "key";

    public const string Add = "add", Correct = "correct", Replace = "replace", Remove = "remove", Import = "import", Member = "member";

    public const string Line = "line", Undo = "undo", Confirm = "confirm";
}
