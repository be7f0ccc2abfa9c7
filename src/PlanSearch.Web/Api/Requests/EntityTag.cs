using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export.Word;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Api.Requests;

/// <summary>Answers 304 without searching when the asker already has this generation's answer to this request.</summary>
/// <remarks>Weak: two answers to one request differ in the certificate's time and in nothing else.</remarks>
internal sealed class EntityTag(ReadingSession session, HostSettings settings) : IEndpointFilter
{
    private static readonly string Program = typeof(EntityTag).Module.ModuleVersionId.ToString("N");

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            return await next(context);
        }

        var tag = Of(session.Reader, settings, http.Request);
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.Headers.ETag = tag.ToString();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var answer = await next(context);
        var sent = answer is INestedHttpResult nested ? nested.Result : answer;
        if (sent is not ProblemHttpResult)
        {
            http.Response.Headers.ETag = tag.ToString();
            http.Response.Headers.CacheControl = "no-cache";
        }

        return answer;
    }

    private static EntityTagHeaderValue Of(CollectionReader reader, HostSettings settings, HttpRequest request)
    {
        // A Word document is also as new as its template.
        var template = request.Query["format"] == "docx" ? WordTemplate.StampOf(settings.Corpus) : "";
        var state = string.Join(
            '\n',
            Program,
            reader.Identity,
            reader.Generation,
            reader.Digest,
            reader.Vocabulary.Topics.Version,
            reader.Vocabulary.Lexicon.Version,
            reader.Vocabulary.Paraphrases.Version,
            reader.Scope?.Key,
            settings.PublicUrl,
            template);
        var identity = $"{state}\n{request.PathBase}{request.Path}{request.QueryString}";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 12));
        return new EntityTagHeaderValue($"\"{reader.Generation}-{digest}\"", isWeak: true);
    }
}
