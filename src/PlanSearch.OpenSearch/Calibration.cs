using System.Text.Json;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch;

/// <summary>A text whose counts are known is counted before anything else is: a cluster that scores otherwise is not asked.</summary>
/// <remarks>How often a phrase occurs is a score of the cluster, which another version of it may make otherwise.</remarks>
/// <param name="client">The cluster.</param>
internal sealed class Calibration(ClusterClient client)
{
    private const string Key = "calibration";

    // The mark of a cell's end, runs that are longer, pairs of halves, and words that occur over the end of a record.
    private static readonly string[][] Records = [["氢能与储能，5G和15G、5Ga。", "储能\uFFFF氢能\uFFFF5G"], ["氢能𠀀氢能"]];

    private static readonly (string Literal, int Mentions, int Records)[] Known =
        [("氢能", 4, 2), ("储能", 2, 1), ("5G", 2, 1), ("能", 6, 2), ("与储能", 1, 1), ("能氢", 0, 0), ("15G", 1, 1), ("氢能与储能，", 1, 1)];

    private readonly Lock _lock = new();
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    /// <summary>Counts it in an index, once.</summary>
    /// <exception cref="IndexRefusedException">The cluster counts otherwise.</exception>
    public void Check(Head head)
    {
        lock (_lock)
        {
            if (_checked.Contains(head.Plans))
            {
                return;
            }

            if (client.Get($"/{head.Plans}/_doc/{Key}", CancellationToken.None).IsMissing)
            {
                Write(head);
            }

            foreach (var ((literal, mentions, records), found) in Known.Zip(Counted(head)))
            {
                if (found != (mentions, records))
                {
                    throw ClusterFaults.Refused(
                        client.Options,
                        $"{client.Place} counts {literal} {found.Mentions} times in {found.Records} records of a text that has it "
                        + $"{mentions} times in {records}: "
                        + "it is none of the versions that PlanSearch can count with (OpenSearch 2.19 and 3).",
                        cause: null);
                }
            }

            _checked.Add(head.Plans);
        }
    }

    private void Write(Head head)
    {
        var document = new JsonObject
        {
            ["no"] = 0,
            ["from"] = ClusterDocument.NoWriter,
            ["rec"] = new JsonArray([.. Records.Select(record => (JsonNode)new JsonObject
            {
                ["blk"] = new JsonArray([.. record.Select(block => (JsonNode)new JsonObject { ["t"] = WireText.OfBlock(Fold.Of(block)) })]),
            })]),
        };
        client.Post($"/{head.Plans}/_doc/{Key}", Json.Bytes(document), CancellationToken.None);
        Indexes.Refresh(client, head.Plans, head.Shards, CancellationToken.None);
    }

    private IEnumerable<(double Mentions, double Records)> Counted(Head head)
    {
        var wires = Array.ConvertAll(Known, known => WireText.Of(Fold.Of(known.Literal), isWholeAtStart: true, isWholeAtEnd: true));
        List<JsonObject> bodies =
        [
            .. wires.SelectMany(wire => new[]
            {
                ClusterQuery.Summed("rec.blk", ClusterQuery.Literal("rec.blk.t", wire)),
                ClusterQuery.One(ClusterQuery.Somewhere("rec.blk", ClusterQuery.Literal("rec.blk.t", wire))),
            })
            .Select(query => new JsonObject
            {
                ["query"] = ClusterQuery.Bool(must: [ClusterQuery.Summed("rec", query)], filter: [ClusterQuery.Terms("no", [0])]),
            }),
        ];
        var scores = ManySearches.Ask(client, head.Plans, bodies, CancellationToken.None).ConvertAll(ScoreOf);
        return wires.Select((wire, at) => (scores[2 * at] / ClusterQuery.PairsOf(wire), scores[(2 * at) + 1]));
    }

    private double ScoreOf(JsonElement reply)
    {
        if (!reply.TryGetProperty("hits", out var hits))
        {
            throw new IndexUnavailableException($"{client.Place} ({ClusterFaults.Reason(reply)})");
        }

        var found = hits.GetProperty("hits");
        return found.GetArrayLength() == 0 ? 0 : found[0].GetProperty("_score").GetDouble();
    }
}
