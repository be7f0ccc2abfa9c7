using System.Net;
using System.Text.Json;
using PlanSearch.Index.Port;

namespace PlanSearch.OpenSearch.Client;

/// <summary>A node gave no answer that counts.</summary>
/// <param name="Said">What it said instead.</param>
/// <param name="IsRefusal">Whether it is known that nothing was done.</param>
/// <param name="Cause">What the system said.</param>
internal sealed record NodeFault(string Said, bool IsRefusal, Exception? Cause);

/// <summary>What the errors of a cluster mean.</summary>
internal static class ClusterFaults
{
    private const int LongestReason = 500;

    /// <summary>A fault that may pass by; everything else is thrown.</summary>
    public static NodeFault Of(ClusterOptions options, Uri address, HttpStatusCode status, string body)
    {
        var reason = Reason(body);
        return status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden when body.Contains(
                "cluster_block_exception", StringComparison.Ordinal) =>
                throw Blocked(options, reason),
            HttpStatusCode.Unauthorized => throw Refused(
                options,
                $"{address} does not know the user or the password. See PlanSearch__OpenSearch__User and __PasswordFile.",
                cause: null),
            HttpStatusCode.Forbidden => throw Refused(
                options,
                $"The user {options.User} lacks a right ({reason}). The rights that are needed are listed in docs/集群部署.md.",
                cause: null),
            HttpStatusCode.TooManyRequests => new NodeFault($"429: {reason}", IsRefusal: true, Cause: null),
            HttpStatusCode.RequestEntityTooLarge => throw Refused(
                options, $"{address} takes no body of that size: raise http.max_content_length, or split the plan.", cause: null),
            _ when body.Contains("too_many_", StringComparison.Ordinal)
                && body.Contains("clauses", StringComparison.Ordinal) => throw Refused(
                options, $"{address} takes no query of so many words: raise indices.query.bool.max_clause_count.", cause: null),
            >= HttpStatusCode.InternalServerError => new NodeFault($"{(int)status}: {reason}", IsRefusal: false, Cause: null),
            _ => throw Refused(
                options,
                $"{address} refuses the request ({(int)status}: {reason}). "
                + "PlanSearch needs OpenSearch 2.19 or 3, with scripts and nested queries allowed.",
                cause: null),
        };
    }

    /// <summary>The cluster takes no writing: full disk, or switched off by somebody.</summary>
    public static IndexUnwritableException Blocked(ClusterOptions options, string reason) => new(
        options.Place,
        $"{options.Place} is blocked for writing: {reason}. Make room on the disks of its nodes or lift the block (index.blocks.*), then "
        + "begin again. What was published before is unchanged.",
        new InvalidOperationException(reason));

    /// <summary>The cluster cannot be used as it is.</summary>
    public static IndexRefusedException Refused(ClusterOptions options, string message, Exception? cause) =>
        new(options.Place, message, cause);

    /// <summary>Why the cluster refused, from the body of its answer; a body that is no JSON is cut and shown as it came.</summary>
    public static string Reason(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Reason(json.RootElement);
        }
        catch (JsonException)
        {
            // A proxy's own page, or nothing: shown as it came.
            return Cut(body);
        }
    }

    /// <summary>The reason with the innermost cause; the whole JSON, cut, where it has no error in it.</summary>
    public static string Reason(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("error", out var error)
            || error.ValueKind != JsonValueKind.Object)
        {
            return Cut(root.GetRawText());
        }

        var (reason, innermost) = (Of(error), error);
        while (innermost.TryGetProperty("caused_by", out var cause))
        {
            innermost = cause;
        }

        return Cut(Of(innermost) == reason ? reason : $"{reason}: {Of(innermost)}");
    }

    private static string Of(JsonElement error) => $"{TextOf(error, "type")} {TextOf(error, "reason")}";

    private static string? TextOf(JsonElement error, string name) => error.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string Cut(string text) => text.Length > LongestReason ? text[..LongestReason] : text;
}
