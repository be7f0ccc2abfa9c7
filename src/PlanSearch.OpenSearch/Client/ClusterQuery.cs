using System.Text.Json.Nodes;

namespace PlanSearch.OpenSearch.Client;

/// <summary>Parts of queries as the cluster reads them. Each is made anew with each call: a node has one parent.</summary>
internal static class ClusterQuery
{
    private const int MostValues = 60_000;

    /// <summary>Finds everything.</summary>
    public static JsonObject All() => new() { ["match_all"] = new JsonObject() };

    /// <summary>Finds nothing.</summary>
    public static JsonObject None() => new() { ["match_none"] = new JsonObject() };

    /// <summary>Whatever has one of some values.</summary>
    public static JsonObject Terms(string field, IEnumerable<long> values) =>
        new() { ["terms"] = new JsonObject { [field] = Json.List(values) } };

    /// <summary>The same of any number of values: a part of a query takes 65,536.</summary>
    public static JsonObject Numbers(string field, long[] values) =>
        values.Length <= MostValues ? Terms(field, values) : Any([.. values.Chunk(MostValues).Select(some => Terms(field, some))]);

    /// <summary>Whatever has a number from one on.</summary>
    public static JsonObject From(string field, long least) =>
        new() { ["range"] = new JsonObject { [field] = new JsonObject { ["gte"] = least } } };

    /// <summary>Whatever has a number up to one, and above another.</summary>
    public static JsonObject Range(string field, long above, long most) => new()
    {
        ["range"] = new JsonObject { [field] = new JsonObject { ["gt"] = above, ["lte"] = most } },
    };

    /// <summary>Whatever has one word.</summary>
    public static JsonObject Term(string field, string value) =>
        new() { ["term"] = new JsonObject { [field] = new JsonObject { ["value"] = value } } };

    /// <summary>
    /// Whatever has all of <paramref name="must"/> and <paramref name="filter"/>, and none of <paramref name="mustNot"/>.
    /// </summary>
    public static JsonObject Bool(JsonObject[]? must = null, JsonObject[]? filter = null, JsonObject[]? mustNot = null) => new()
    {
        ["bool"] = new JsonObject { ["must"] = List(must), ["filter"] = List(filter), ["must_not"] = List(mustNot) },
    };

    /// <summary>Whatever has one of some; of none, which a cluster takes for all, nothing.</summary>
    public static JsonObject Any(JsonObject[] of) => of.Length == 0 ? None() : new JsonObject
    {
        ["bool"] = new JsonObject { ["should"] = List(of), ["minimum_should_match"] = 1 },
    };

    /// <summary>What holds in a level; its score is that of all together.</summary>
    public static JsonObject Summed(string path, JsonObject query) => Nested(path, "sum", query);

    /// <summary>What holds somewhere in a level.</summary>
    public static JsonObject Somewhere(string path, JsonObject query) => Nested(path, "none", query);

    /// <summary>What holds somewhere in a level; its score is that of the best.</summary>
    public static JsonObject Best(string path, JsonObject query) => Nested(path, "max", query);

    /// <summary>What a query finds, with a score that a script makes of its own.</summary>
    /// <param name="query">The query.</param>
    /// <param name="script">What the score is then; never below 0.</param>
    /// <param name="parameters">What the script is told: it stays the same text, which is compiled once.</param>
    /// <param name="least">Whatever has less is not found; null for no bound.</param>
    public static JsonObject Scored(JsonObject query, string script, JsonObject parameters, double? least = null)
    {
        var scored = new JsonObject { ["query"] = query, ["script"] = new JsonObject { ["source"] = script, ["params"] = parameters } };
        if (least is { } score)
        {
            scored["min_score"] = score;
        }

        return new JsonObject { ["script_score"] = scored };
    }

    /// <summary>The same with one for its score.</summary>
    public static JsonObject One(JsonObject query) => new() { ["constant_score"] = new JsonObject { ["filter"] = query } };

    /// <summary>Where a literal occurs in a field; the score is how often, times the pairs of units it has.</summary>
    /// <param name="field">A field of text.</param>
    /// <param name="wire">At least one unit.</param>
    /// <param name="boost">What the score is multiplied with.</param>
    public static JsonObject Literal(string field, string wire, long boost = 1) => wire.Length == 1
        ? new JsonObject { ["term"] = new JsonObject { [field + ".u"] = new JsonObject { ["value"] = wire, ["boost"] = boost } } }
        : new JsonObject { ["match_phrase"] = new JsonObject { [field] = new JsonObject { ["query"] = wire, ["boost"] = boost } } };

    /// <summary>What the score of a literal is to be divided by.</summary>
    public static int PairsOf(string wire) => Math.Max(1, wire.Length - 1);

    private static JsonObject Nested(string path, string mode, JsonObject query) => new()
    {
        ["nested"] = new JsonObject { ["path"] = path, ["score_mode"] = mode, ["query"] = query },
    };

    private static JsonArray List(JsonObject[]? queries) => new([.. queries ?? []]);
}
