using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PlanSearch.Plans.Metadata;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api.Description;

/// <summary>The facets as parameters of every operation that takes a search, behind those that the framework sees.</summary>
internal static class FilterParameters
{
    public static Task ApplyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var isSearch = context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>()
            .SelectMany(method => method.GetParameters())
            .Any(parameter => parameter.ParameterType == typeof(SearchParameters));
        if (isSearch)
        {
            var parameters = operation.Parameters!.ToList();
            var behind = parameters.FindIndex(parameter => parameter.Name == SearchParameters.Last) + 1;
            parameters.InsertRange(behind, PlanFacets.All.Select(Of));
            operation.Parameters = parameters;
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Of(PlanFacet facet) => new()
    {
        Name = facet.Name,
        In = ParameterLocation.Query,
        Description = facet.Parameter + " Repeatable; a leading - excludes.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
    };
}
