using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Bounds;

/// <summary>How much a client may ask, how much is worked on at once, and how long a query may take.</summary>
internal static class RequestBounds
{
    /// <summary>Requests of one client that come in, are worked on or go out, for each that may be worked on.</summary>
    public const int UnderWayPerPermit = 4;

    /// <summary>Bytes a second that a client must send of a body, and read of an answer; a slower one is parted with.</summary>
    public const int LeastSentPerSecond = 1 << 10, LeastReadPerSecond = 4 << 10;

    private const string ComeBackIn = "1";

    public static void AddRequestBounds(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<WorkPermits>();
        services.AddRateLimiter(limiter =>
        {
            // Whoever sends or reads slowly holds no permit, but a connection and an answer.
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PerMinute(settings), WorkPermits.OfClient(settings.Concurrency * UnderWayPerPermit, waiting: 0));
            limiter.OnRejected = RefuseAsync;
        });
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(settings.QuerySeconds),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => FaultAnswers.AnswerAsync(
                context,
                new RequestFault(
                    FaultKinds.OverBudget,
                    string.Create(CultureInfo.InvariantCulture, $"检索超过了时限（{settings.QuerySeconds} 秒），没有给出不完整的结果。请缩小范围或改用更长的检索词。"))),
        });
    }

    /// <summary>The answer to a request for which there is no room.</summary>
    public static Task AnswerBusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = ComeBackIn;
        return FaultAnswers.AnswerAsync(context, new RequestFault(FaultKinds.Busy, "正在处理的请求太多，请稍后再试。"));
    }

    private static PartitionedRateLimiter<HttpContext> PerMinute(HostSettings settings) =>
        PartitionedRateLimiter.Create<HttpContext, string>(
            context => ClientAddress.Of(context) is not { } client || settings.RequestsPerMinute == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(client.ToString(), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.RequestsPerMinute,
                TokensPerPeriod = settings.RequestsPerMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }));

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        // Only a limit over time knows when there is room again.
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(after.TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
            await FaultAnswers.AnswerAsync(
                rejected.HttpContext, new RequestFault(FaultKinds.TooManyRequests, "请求过于频繁，请稍后再试。"));
            return;
        }

        await AnswerBusyAsync(rejected.HttpContext);
    }
}
