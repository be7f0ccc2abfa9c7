using PlanSearch.Queries.Requests;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web.Bounds;

/// <summary>
/// Addresses and headers that are too long are refused here, with a reason, long before the server itself refuses them without one.
/// </summary>
internal static class AddressBounds
{
    /// <summary>The longest address, and the most of all headers, in characters.</summary>
    public const int MaxAddress = 32 << 10, MaxHeaders = 64 << 10;

    /// <summary>What the server itself reads of either.</summary>
    public const int MaxRead = 512 << 10;

    public static void Use(WebApplication app) => app.Use((context, next) =>
        (context.Request.Path.Value?.Length ?? 0) + (context.Request.QueryString.Value?.Length ?? 0) > MaxAddress
            ? FaultAnswers.AnswerAsync(context, new RequestFault(
                FaultKinds.AddressTooLong, "地址太长。请在网页的检索框里输入；程序请用 POST，把检索式放在请求体里。"))
        : context.Request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0)) > MaxHeaders
            ? FaultAnswers.AnswerAsync(context, new RequestFault(
                FaultKinds.HeadersTooLong, "请求头太长。请清除浏览器为本站保存的 Cookie 后再试。"))
        : next(context));
}
