using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Web.Access;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api;

/// <summary><c>/metrics</c>: counters for whoever watches the service, in the text format of Prometheus.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", Metrics).DisableRateLimiting().WithMetadata(AccessNeed.Whole)
            .WithName("Metrics").WithTags("Status").WithSummary("Counters.")
            .WithDescription("In the text format of Prometheus: requests by route and status, what is loaded. No addresses, no queries.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");

    internal static ContentHttpResult Metrics(RequestCounts counts, Readiness readiness)
    {
        var text = new StringBuilder();
        counts.Print(text);
        var status = readiness.Status;
        Gauge(text, "plansearch_ready", readiness.Reason is null ? 1 : 0);
        Gauge(text, "plansearch_generation", status?.Generation ?? 0);
        Gauge(text, "plansearch_plans", status?.Plans ?? 0);
        Gauge(text, "plansearch_files_not_searched", status?.Failures.Length ?? 0);
        return TypedResults.Text(text.ToString(), "text/plain; version=0.0.4");
    }

    private static void Gauge(StringBuilder text, string name, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} gauge\n{name} {value}\n");
}
