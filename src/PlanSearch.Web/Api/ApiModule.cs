using PlanSearch.Corpus.Answers;

namespace PlanSearch.Web.Api;

/// <summary>The HTTP API as a whole: its services, its routes, its description.</summary>
internal static class ApiModule
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "PlanSearch";
            document.Info.Description = "Search over plan texts: every mention, its exact place, and the proof that none is missing.";
            return Task.CompletedTask;
        }));
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            // Answers print as everywhere else; what only the API says (an outline, a problem) takes the framework's way.
            options.SerializerOptions.Encoder = AnswerJson.Options.Encoder;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Options.TypeInfoResolver!);
            foreach (var converter in AnswerJson.Options.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
    }

    public static void MapApi(this WebApplication app)
    {
        var group = app.MapGroup("/api/v1").AddEndpointFilter<RouteGroupBuilder, EntityTag>();
        group.MapSearch();
        group.MapMentions();
        group.MapPlans();
        group.MapStatus();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
