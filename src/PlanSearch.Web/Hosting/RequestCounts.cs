using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PlanSearch.Web.Hosting;

/// <summary>Counts requests by route and status, for <c>/metrics</c>.</summary>
internal sealed class RequestCounts
{
    private readonly ConcurrentDictionary<(string Route, int Status), Tally> _tallies = new();
    private long _underWay;

    /// <summary>Counts a request when it has been answered.</summary>
    public async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref _underWay);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            // The route, never the address: that one holds what people look for.
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/') ?? "";
            _tallies.GetOrAdd((route, context.Response.StatusCode), _ => new Tally()).Add(Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>In the text format that Prometheus reads.</summary>
    public void Print(StringBuilder text)
    {
        Line(text, "# TYPE plansearch_requests_total counter");
        foreach (var ((route, status), tally) in Sorted())
        {
            Line(text, $"plansearch_requests_total{{route=\"{route}\",status=\"{status}\"}} {tally.Requests}");
        }

        Line(text, "# TYPE plansearch_request_seconds_total counter");
        foreach (var ((route, status), tally) in Sorted())
        {
            Line(text, $"plansearch_request_seconds_total{{route=\"{route}\",status=\"{status}\"}} {tally.Seconds}");
        }

        Line(text, "# TYPE plansearch_requests_under_way gauge");
        Line(text, $"plansearch_requests_under_way {Interlocked.Read(ref _underWay)}");
    }

    private List<KeyValuePair<(string Route, int Status), Tally>> Sorted() => [.. _tallies.OrderBy(pair => pair.Key)];

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private sealed class Tally
    {
        private long _requests;
        private long _ticks;

        public long Requests => Interlocked.Read(ref _requests);

        public double Seconds => TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds;

        public void Add(TimeSpan time)
        {
            Interlocked.Increment(ref _requests);
            Interlocked.Add(ref _ticks, time.Ticks);
        }
    }
}
