using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Bounds;

/// <summary>
/// How much is worked on at once, and by whom. A permit is held while an answer is made: not while its request comes in, nor while it goes
/// out.
/// </summary>
internal sealed class WorkPermits(HostSettings settings) : IAsyncDisposable
{
    /// <summary>Answers that are made and not sent yet, in bytes; above it no further one is begun.</summary>
    public const long MaxUnsentBytes = 256L << 20;

    private const int WaitingPerPermit = 8;

    private readonly PartitionedRateLimiter<HttpContext> _answers = PartitionedRateLimiter.CreateChained(
        OfClient(settings.ConcurrencyPerClient, WaitingPerPermit), OfAll(settings.Concurrency, WaitingPerPermit));

    // Whoever waits for an export waits for someone to read, which nobody knows the end of.
    private readonly PartitionedRateLimiter<HttpContext> _exports = PartitionedRateLimiter.CreateChained(
        OfClient(settings.ExportsPerClient, waiting: 1), OfAll(settings.Exports, waiting: 1));

    private long _unsent;

    /// <summary>Has a request answered: its body read first, its answer sent last, with a permit in between.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var held = new HeldAnswer(context, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        using var permit = new WorkPermit(this, context, held);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false }
            && !HttpMethods.IsGet(context.Request.Method))
        {
            context.Request.Body = new BodyBeforeWork(context.Request.Body, permit);
        }
        else
        {
            await permit.TakeAsync();
        }

        context.Features.Set(permit);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            permit.LetGo();
            await held.SendAsync(bytes => Interlocked.Add(ref _unsent, bytes));
        }
        finally
        {
            held.Drop();
        }
    }

    /// <summary>A permit to make an answer, waited for.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    public ValueTask<RateLimitLease> TakeAsync(HttpContext context) =>
        Interlocked.Read(ref _unsent) > MaxUnsentBytes ? throw new BusyException() : TakeAsync(_answers, context);

    /// <summary>A permit to make an answer while it is sent, waited for.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    public ValueTask<RateLimitLease> TakeForExportAsync(HttpContext context) => TakeAsync(_exports, context);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _answers.DisposeAsync();
        await _exports.DisposeAsync();
    }

    /// <summary>So many at once of one client, and for each so many that wait; the machine itself is not bounded.</summary>
    internal static PartitionedRateLimiter<HttpContext> OfClient(int permits, int waiting) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => ClientAddress.Of(context) is { } client
            ? RateLimitPartition.GetConcurrencyLimiter(client.ToString(), _ => AtOnce(permits, waiting))
            : RateLimitPartition.GetNoLimiter(""));

    private static async ValueTask<RateLimitLease> TakeAsync(PartitionedRateLimiter<HttpContext> permits, HttpContext context)
    {
        var lease = await permits.AcquireAsync(context, permitCount: 1, context.RequestAborted);
        return lease.IsAcquired ? lease : throw new BusyException();
    }

    private static PartitionedRateLimiter<HttpContext> OfAll(int permits, int waiting) =>
        PartitionedRateLimiter.Create<HttpContext, string>(
            _ => RateLimitPartition.GetConcurrencyLimiter("", _ => AtOnce(permits, waiting)));

    private static ConcurrencyLimiterOptions AtOnce(int permits, int waiting) =>
        new() { PermitLimit = permits, QueueLimit = permits * waiting };
}

/// <summary>One request's place among those that are worked on at once; disposing gives it back.</summary>
internal sealed class WorkPermit(WorkPermits permits, HttpContext context, HeldAnswer held) : IDisposable
{
    private RateLimitLease? _lease;

    /// <summary>Waits for it, unless it is there already.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    public async ValueTask TakeAsync() => _lease ??= await permits.TakeAsync(context);

    /// <summary>Gives it for one of the exports, whose answer is sent while it is made.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    public async ValueTask ExchangeForExportAsync()
    {
        LetGo();
        _lease = await permits.TakeForExportAsync(context);
        held.DisableBuffering();
    }

    /// <summary>Gives the place back; twice is harmless, and it can be taken again.</summary>
    public void LetGo()
    {
        _lease?.Dispose();
        _lease = null;
    }

    /// <inheritdoc/>
    public void Dispose() => LetGo();
}

/// <summary>Too much is worked on already; the client is told to come back.</summary>
internal sealed class BusyException() : Exception("Too many requests are worked on.");
