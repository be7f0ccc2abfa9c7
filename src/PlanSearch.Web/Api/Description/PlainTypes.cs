using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PlanSearch.Plans;
using PlanSearch.Plans.Printing;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api.Description;

/// <summary>Types as they are sent: numbers as numbers, kinds by their names, problems with their code.</summary>
internal static class PlainTypes
{
    public static Task ApplyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        // The framework also reads numbers from strings; nothing here is sent so.
        if (schema.Type is { } type
            && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number))
            && type.HasFlag(JsonSchemaType.String))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        if (context.JsonTypeInfo.Type == typeof(BlockKind))
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetValues<BlockKind>().Select(kind => (JsonNode)KindNames.Of(kind))];
        }

        if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
        {
            DescribeProblem(schema);
        }

        if (context.JsonTypeInfo.Type == typeof(Dictionary<string, string?>))
        {
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null };
        }

        if (context.JsonTypeInfo.Type == typeof(SearchBody))
        {
            schema.AdditionalPropertiesAllowed = true;
            schema.AdditionalProperties = OneOrSeveral();
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema OneOrSeveral() => new()
    {
        Description = "A filter: a value or several; a leading - excludes.",
        AnyOf = [new OpenApiSchema
        {
            Type = JsonSchemaType.String
        }, new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }],
    };

    private static void DescribeProblem(OpenApiSchema schema)
    {
        schema.Description = "Why there is no answer (RFC 9457).";
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        var kinds = FaultKinds.All.Where(kind => kind.Status is not null).ToList();
        schema.Properties["code"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. kinds.Select(kind => (JsonNode)kind.Code)],
            Description = "Stable. " + string.Join(" · ", kinds.Select(Said)),
        };
        schema.Properties["offset"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Description = "Where in the query the fault is, in UTF-16 code units."
        };
        schema.Properties["proposal"] = Text("A query that can be read.");
        schema.Properties["traceId"] = Text("What the log calls the request.");
        schema.Required = new HashSet<string> { "status", "detail", "code" };
    }

    private static string Said(FaultKind kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind.Code} ({kind.Status}): {kind.InEnglish}");

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
