using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Feeds;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api.Description;

/// <summary>What every endpoint may answer beside its own, and what the framework cannot see of bodies.</summary>
internal static class CommonAnswers
{
    private const string ProblemType = "application/problem+json";

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [200] = "The answer.",
        [201] = "Added and searchable.",
        [204] = "Removed.",
        [400] = "The request makes no sense; code and detail say why, and for queries offset and proposal.",
        [401] = "A key is needed, or the scope token is altered or expired.",
        [403] = "The key does not allow it, writing is off, or the scope token is not for this.",
        [404] = "There is no such plan or topic, or the plan's file is no longer there.",
        [409] = "There is such a plan or word already, an id has two files, the file is not this service's to change, or the folder of "
            + "plans is not set, not there, or has lost most of its plans; code says which.",
        [410] = "The generation of the cursor, or of since, is known no longer: begin again with the first page, or with all. Or the "
            + "plan's file is no longer the one that was read.",
        [413] = "The file is too large.",
        [415] = "No known type of file, or a body of another type than JSON.",
        [422] = "The file or the metadata cannot be taken; detail says why.",
        [429] = "Too many requests; Retry-After says when.",
        [503] = "No index yet, too much to do, over the time a query may take, what would be written to may not be, or a cluster does not "
            + "answer; code says which.",
    };

    public static async Task ApplyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        if (context.Description.RelativePath!.StartsWith("api/", StringComparison.Ordinal))
        {
            var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails));
            foreach (var status in (int[])[401, 429, 503])
            {
                operation.Responses.TryAdd(
                    Key(status),
                    new OpenApiResponse
                    {
                        Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = new() { Schema = problem } }
                    });
            }
        }

        foreach (var (status, response) in operation.Responses)
        {
            response.Description = Meanings.GetValueOrDefault(int.Parse(status, CultureInfo.InvariantCulture), response.Description ?? "");
        }

        if (metadata.OfType<StreamedFormats>().FirstOrDefault() is { } streamed && operation.Responses["200"] is OpenApiResponse answer)
        {
            answer.Content ??= new Dictionary<string, OpenApiMediaType>();
            foreach (var type in streamed.ContentTypes.Select(type => type.Split(';')[0]))
            {
                var format = type.StartsWith("text/", StringComparison.Ordinal) || type is "application/x-ndjson" or FeedFormats.AtomType
                    ? null
                    : "binary";
                answer.Content[type] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format }
                };
            }
        }

        if (metadata.OfType<UploadedFile>().Any())
        {
            operation.RequestBody = FileBody();
        }

        // Writing always needs the key; for the rest the document's own word holds.
        if (metadata.OfType<AccessNeed>().Any(need => need.IsWriting))
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
        }
    }

    private static OpenApiRequestBody FileBody()
    {
        var file = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Format = "binary",
            Description = "The file; what it is shows in its bytes."
        };
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/octet-stream"] = new() { Schema = file },
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema> { [Upload.Field] = file }
                    },
                },
            },
        };
    }

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);
}
