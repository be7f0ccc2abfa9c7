using PlanSearch.Queries.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Access;

/// <summary>What an endpoint asks of whoever calls it; without it, reading.</summary>
/// <param name="IsWriting">Whether a write key is needed.</param>
/// <param name="IsOpen">Whether nothing is needed, whatever the settings say.</param>
/// <param name="IsOfTheWhole">Whether it tells of the whole collection, so that a scope token does not open it.</param>
/// <param name="IsAsking">Whether a page that is posted changes nothing.</param>
internal sealed record AccessNeed(bool IsWriting = false, bool IsOpen = false, bool IsOfTheWhole = false, bool IsAsking = false)
{
    /// <summary>Needs a write key.</summary>
    public static AccessNeed Writing { get; } = new(IsWriting: true);

    /// <summary>Reads, although it is posted.</summary>
    public static AccessNeed Asking { get; } = new(IsAsking: true);

    /// <summary>Needs nothing: it gives nothing of the collection away.</summary>
    public static AccessNeed Open { get; } = new(IsOpen: true);

    /// <summary>Needs the right to read everything.</summary>
    public static AccessNeed Whole { get; } = new(IsOfTheWhole: true);
}

/// <summary>Lets through who may, and says to the others what is missing.</summary>
internal static class AccessControl
{
    public static void UseAccessControl(this WebApplication app)
    {
        var keys = app.Services.GetRequiredService<AccessKeys>();
        app.Use((context, next) => context.GetEndpoint() is { } endpoint && Refusal(keys, context, endpoint) is { } refusal
            ? RefuseAsync(context, refusal)
            : next(context));
    }

    private static RequestFault? Refusal(AccessKeys keys, HttpContext context, Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessNeed>() switch
        {
            { IsOpen: true } => null,
            var need when context.Features.Get<CarriedToken>() is not null => TokenRefusal(need, context.Request),
            { IsWriting: true } => WriteRefusal(keys, AccessKeys.Of(context.Request)),
            _ => keys.MayRead(AccessKeys.OfReader(context.Request))
                ? null
                : new RequestFault(FaultKinds.KeyMissing, "本站须凭密钥读取：Authorization: Bearer 密钥，或 X-Api-Key。"),
        };

    // A token opens reading within its scope. What pages are sent is writing; the API also reads by POST.
    private static RequestFault? TokenRefusal(AccessNeed? need, HttpRequest request) =>
        need is { IsOfTheWhole: true } ? new RequestFault(FaultKinds.TokenScope, "令牌只开放其范围，这里说的是全部规划。")
        : need is { IsWriting: true }
            || (need is not { IsAsking: true }
                && !HttpMethods.IsGet(request.Method)
                && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            ? new RequestFault(FaultKinds.TokenReadsOnly, "令牌只能读取，不能修改。")
        : null;

    private static RequestFault? WriteRefusal(AccessKeys keys, string? key) =>
        !keys.IsWritingOn ? new RequestFault(FaultKinds.WritingOff, AccessKeys.NoWriting)
        : keys.MayWrite(key) ? null
        : key is not null && keys.IsReadingKeyed && keys.MayRead(key)
            ? new RequestFault(FaultKinds.KeyReadsOnly, "这个密钥只能读取，不能修改。")
        : new RequestFault(FaultKinds.KeyMissing, "修改须凭录入密钥：Authorization: Bearer 密钥，或 X-Api-Key。");

    private static Task RefuseAsync(HttpContext context, RequestFault refusal)
    {
        if (Problems.StatusOf(refusal) == StatusCodes.Status401Unauthorized)
        {
            var isPage = !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
            context.Response.Headers.WWWAuthenticate = isPage
                ? "Basic realm=\"PlanSearch\", charset=\"UTF-8\""
                : "Bearer realm=\"PlanSearch\"";
        }

        return FaultAnswers.AnswerAsync(context, refusal);
    }
}
