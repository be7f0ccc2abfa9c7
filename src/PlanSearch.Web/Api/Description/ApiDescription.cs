using Microsoft.OpenApi;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api.Description;

/// <summary>
/// The description of the API (OpenAPI 3.1): what the framework makes of the endpoints, with examples, common answers and plain types.
/// </summary>
internal static class ApiDescription
{
    private const string KeyScheme = "key";

    public static void AddApiDescription(this IServiceCollection services, HostSettings settings) => services.AddOpenApi("v1", options =>
    {
        options.AddSchemaTransformer((schema, context, _) => PlainTypes.ApplyAsync(schema, context));
        options.AddOperationTransformer((operation, context, _) => CommonAnswers.ApplyAsync(operation, context));
        options.AddOperationTransformer((operation, context, _) => FilterParameters.ApplyAsync(operation, context));
        options.AddOperationTransformer((operation, context, _) => Examples.ApplyAsync(operation, context));
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "PlanSearch";
            document.Info.Description = "Search over plan texts: every mention, its exact place, and the proof that none is missing. "
                + "Errors are problem+json with a stable code. Every column of the collection's own is a filter too, under its name.";
            document.Servers = [new OpenApiServer { Url = ServerOf(settings) }];
            document.AddComponent(KeyScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of the installation; X-Api-Key carries it too. Reading needs one where the owner has set so, writing "
                    + "always. A scope token (ps1.…) stands in its place for reading: every answer is then confined to the token's plans. "
                    + "It may also stand in the path, /s/{token}/api/v1/….",
            });
            // An empty requirement beside it: reading may be open.
            document.Security = [new OpenApiSecurityRequirement(), new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(KeyScheme, document)] = []
            }];
            return Task.CompletedTask;
        });
    });

    private static string ServerOf(HostSettings settings) =>
        settings.PublicUrl.Length > 0 ? settings.PublicUrl : settings.PathBase.Length > 0 ? settings.PathBase : "/";
}
