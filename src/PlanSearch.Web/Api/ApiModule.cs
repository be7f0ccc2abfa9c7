using PlanSearch.Answers.Json;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Description;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api;

/// <summary>The HTTP API as a whole: its services, its routes, its description.</summary>
internal static class ApiModule
{
    private const string Readers = "readers";

    public static void AddApi(this IServiceCollection services, HostSettings settings)
    {
        services.AddApiDescription(settings);
        services.AddProblemDetails();
        // For what reads only: a script of another site never writes, whatever key it was given.
        services.AddCors(cors => cors.AddPolicy(Readers, policy => policy
            .WithOrigins([.. settings.CorsOrigins])
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "if-none-match", "x-api-key")
            .WithExposedHeaders("content-disposition", "etag", "link", "retry-after")));
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
        var read = app.MapGroup("/api/v1").AddEndpointFilter<RouteGroupBuilder, EntityTag>().RequireCors(Readers);
        read.MapSearch();
        read.MapWholeLists();
        read.MapMentions();
        read.MapCollocates();
        read.MapFeed();
        read.MapReplication();
        read.MapPlans();
        read.MapBlocks();
        read.MapSimilar();
        read.MapVocabulary();
        read.MapTopics();
        read.MapStatus();
        read.MapMetadataExport();
        read.MapClips();
        app.MapGroup("/api/v1").RequireCors(Readers).MapLimits();
        var write = app.MapGroup("/api/v1");
        write.MapWrites();
        write.MapOutlineWrites();
        write.MapMetadataImport();
        write.MapTopicUpkeep();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(AccessNeed.Open);
    }
}
