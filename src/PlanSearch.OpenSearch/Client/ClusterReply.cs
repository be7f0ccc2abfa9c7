using System.Net;
using System.Text.Json;

namespace PlanSearch.OpenSearch.Client;

/// <summary>An answer of a node that its status does not make an error.</summary>
/// <param name="Status">200, 201, 404 or 409.</param>
/// <param name="Root">The JSON.</param>
internal readonly record struct ClusterReply(HttpStatusCode Status, JsonElement Root)
{
    /// <summary>Whether what was asked for is not there.</summary>
    public bool IsMissing => Status == HttpStatusCode.NotFound;

    /// <summary>Whether another version is there than was said.</summary>
    public bool IsConflict => Status == HttpStatusCode.Conflict;
}
