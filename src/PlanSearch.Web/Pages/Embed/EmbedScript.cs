using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace PlanSearch.Web.Pages.Embed;

/// <summary>The script that other sites load, with its style in it: one file is one request.</summary>
internal static class EmbedScript
{
    private const string StyleMark = "'@style'";

    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(
        Read(EmbedSample.Script).Replace(StyleMark, JsonSerializer.Serialize(Read("plan-search.css")), StringComparison.Ordinal));

    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Whole).AsSpan(0, 12))}\"");

    /// <summary>May be kept for an hour; then the tag says whether it is another.</summary>
    public static FileContentHttpResult Send(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        // A site that isolates itself (COEP) loads only what says it may be loaded from anywhere; this says nothing to anyone.
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Bytes(Whole, "text/javascript; charset=utf-8", entityTag: Tag);
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("PlanSearch.Web.wwwroot.embed." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
