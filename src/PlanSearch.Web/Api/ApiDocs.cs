namespace PlanSearch.Web.Api;

/// <summary>The API as a page to read and try: everything it shows comes with the program.</summary>
internal static class ApiDocs
{
    /// <summary>Where the page about the API is.</summary>
    public const string Path = "/api/docs";

    public static void UseApiDocs(this WebApplication app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = Path[1..];
        page.DocumentTitle = "PlanSearch API";
        page.SwaggerEndpoint("../../openapi/v1.json", "v1");
    });
}
