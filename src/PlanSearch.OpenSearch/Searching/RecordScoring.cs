using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>How a record's score is made of the frequencies of literals and its length: here exactly, in the cluster as floats.</summary>
/// <param name="plans">The generation.</param>
/// <param name="containing">By literal, the records that have it.</param>
/// <param name="weights">What the share of each is multiplied with, see <see cref="TallyRequest.Weights"/>.</param>
internal sealed class RecordScoring(GenerationPlans plans, long[] containing, ImmutableArray<double> weights)
{
    private const string Share =
        "double often = _score / params.unit; return params.scale * often / (often + params.fixed + params.by_length * "
            + "doc['rec.length'].value);";

    private const double Fixed = Bm25.K1 * (1 - Bm25.B);

    private readonly double _byLength =
        Bm25.K1 * Bm25.B / (plans.Records == 0 ? 1 : Math.Max(1, (double)plans.Length / plans.Records));

    private readonly double[] _scales =
        [.. containing.Select((records, literal) => Bm25.Scale(weights.IsEmpty ? 1 : weights[literal], Bm25.K1, plans.Records, records))];

    /// <summary>The score of a record.</summary>
    /// <param name="frequencies">By literal.</param>
    /// <param name="length">Its code units.</param>
    public double Of(float[] frequencies, long length)
    {
        var score = 0.0;
        for (var literal = 0; literal < frequencies.Length; literal++)
        {
            score += Bm25.Saturated(_scales[literal], frequencies[literal], Fixed + (_byLength * length));
        }

        return score;
    }

    /// <summary>A literal's share of the score of a record, as the cluster makes it.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="often">Its score is the frequency, times a unit.</param>
    /// <param name="unit">The unit.</param>
    public JsonObject Of(int literal, JsonObject often, long unit) => ClusterQuery.Scored(often, Share, new JsonObject
    {
        ["unit"] = (double)unit,
        ["scale"] = _scales[literal],
        ["fixed"] = Fixed,
        ["by_length"] = _byLength,
    });
}
