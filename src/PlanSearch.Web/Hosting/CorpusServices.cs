using PlanSearch.Corpus;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Web.Hosting;

/// <summary>The collection as endpoints and pages get it: one open corpus, and for each request the part of it that its token allows.</summary>
internal static class CorpusServices
{
    /// <summary>The key of the corpus as a whole. Whoever answers a request asks for it without this key, and so within the request's scope.</summary>
    public const string Whole = "whole";

    public static void AddCorpus(this IServiceCollection services, HostSettings settings)
    {
        services.AddKeyedSingleton(Whole, (_, _) => PlanCorpus.Open(settings.Corpus));
        services.AddScoped(provider => provider.GetRequiredKeyedService<PlanCorpus>(Whole)
            .Within(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<CarriedToken>()?.Token.Scope));
        services.AddScoped<Readiness>();
    }
}
