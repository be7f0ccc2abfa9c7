using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Web.Hosting;

/// <summary>How much a client may ask, how much is worked on at once, and how long a query may take.</summary>
internal static class RequestBounds
{
    private const int WaitingPerWorker = 8;
    private const string ComeBackIn = "1";

    public static void AddRequestBounds(this IServiceCollection services, HostSettings settings)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(PerClient(settings), AtOnce(settings));
            limiter.OnRejected = RefuseAsync;
        });
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(settings.QuerySeconds),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => FaultHandler.AnswerAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                new RequestFault("over_budget", string.Create(CultureInfo.InvariantCulture, $"检索超过了时限（{settings.QuerySeconds} 秒），没有给出不完整的结果。请缩小范围或改用更长的检索词。"))),
        });
    }

    private static PartitionedRateLimiter<HttpContext> PerClient(HostSettings settings) =>
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => context.Connection.RemoteIpAddress is not { } address
            || IPAddress.IsLoopback(address) || settings.RequestsPerMinute == 0
            ? RateLimitPartition.GetNoLimiter(IPAddress.Loopback)
            : RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.RequestsPerMinute,
                TokensPerPeriod = settings.RequestsPerMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }));

    private static PartitionedRateLimiter<HttpContext> AtOnce(HostSettings settings) =>
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter("", _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = settings.Concurrency,
            QueueLimit = settings.Concurrency * WaitingPerWorker,
        }));

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        // Only a limit over time knows when there is room again.
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await FaultHandler.AnswerAsync(
                rejected.HttpContext, StatusCodes.Status429TooManyRequests, new RequestFault("too_many_requests", "请求过于频繁，请稍后再试。"));
            return;
        }

        rejected.HttpContext.Response.Headers.RetryAfter = ComeBackIn;
        await FaultHandler.AnswerAsync(rejected.HttpContext, StatusCodes.Status503ServiceUnavailable, new RequestFault("busy", "正在处理的请求太多，请稍后再试。"));
    }
}
