using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Web.Access;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web;

/// <summary>
/// The collection as endpoints and pages get it: one that is open, and for each request a session with the part that its token allows.
/// </summary>
internal static class CorpusServices
{
    /// <summary>
    /// The key of the whole collection. Whoever answers a request takes its <see cref="ReadingSession"/>, which is confined to the
    /// request's scope.
    /// </summary>
    public const string Whole = "whole";

    public static void AddCorpus(this IServiceCollection services, HostSettings settings)
    {
        services.AddKeyedSingleton(Whole, (_, _) => PlanCollection.Open(settings.Corpus));
        services.AddScoped(provider => new ReadingSession(
            provider.GetRequiredKeyedService<PlanCollection>(Whole),
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<CarriedToken>()?.Token.Scope));
        services.AddScoped<Readiness>();
    }
}
