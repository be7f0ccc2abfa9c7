using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>Scores the records that were read by BM25 on exact frequencies.</summary>
/// <remarks>
/// As the embedded index does: the idf of Lucene, and a literal's frequency in a record is the sum of the weights of its mentions.
/// </remarks>
/// <param name="literals">How many literals the query has.</param>
/// <param name="weights">What the share of each is multiplied with, see <see cref="TallyRequest.Weights"/>.</param>
internal sealed class RecordScores(int literals, ImmutableArray<double> weights)
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    private readonly Dictionary<(int Plan, int Record), float[]> _frequencies = [];
    private readonly Dictionary<(int Plan, int Record), long> _lengths = [];

    /// <summary>Takes the mentions of a plan.</summary>
    public void Read(int plan, TextBlocks text, List<TextMatch> mentions)
    {
        foreach (var match in mentions)
        {
            var record = (plan, text.Levels[0][match.Block]);
            ref var frequencies = ref CollectionsMarshal.GetValueRefOrAddDefault(_frequencies, record, out _);
            frequencies ??= new float[literals];
            frequencies[match.Literal] += (float)KindWeights.Of((BlockKind)text.Columns[PlanRanks.KindColumn][match.Block]);
        }

        for (var block = 0; mentions.Count > 0 && block < text.Blocks.Count; block++)
        {
            var record = (plan, text.Levels[0][block]);
            if (_frequencies.ContainsKey(record))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_lengths, record, out _) += text.Blocks[block].Length;
            }
        }
    }

    /// <summary>The best of the plans that are searched.</summary>
    /// <param name="page">Which are wanted.</param>
    /// <param name="selection">The plans that are searched.</param>
    /// <param name="ranks">The order of the plans.</param>
    /// <param name="records">How many records the generation has.</param>
    /// <param name="length">Their code units.</param>
    public IEnumerable<ScoredRecord> Best(TallyPage page, PlanSelection selection, IReadOnlyList<int> ranks, long records, long length)
    {
        var scales = new double[literals];
        for (var literal = 0; literal < literals; literal++)
        {
            var containing = _frequencies.Values.Count(frequencies => frequencies[literal] > 0);
            scales[literal] = (weights.IsEmpty ? 1 : weights[literal]) * (Saturation + 1) * Math.Log(1 + ((records - containing + 0.5) / (containing + 0.5)));
        }

        var average = records == 0 ? 1 : Math.Max(1, (double)length / records);
        var damping = (Fixed: Saturation * (1 - LengthShare), ByUnit: Saturation * LengthShare / average);
        return _frequencies.Where(record => selection.Contains(record.Key.Plan))
            .Select(record => new ScoredRecord(
                record.Key.Plan, record.Key.Record, ScoreOf(record.Value, scales, damping.Fixed + (damping.ByUnit * _lengths[record.Key]))))
            .OrderByDescending(record => record.Score)
            .ThenBy(record => ranks[record.Plan])
            .ThenBy(record => record.Record)
            .Skip((int)Math.Min(page.Skip, int.MaxValue))
            .Take(page.Take);
    }

    private static double ScoreOf(float[] frequencies, double[] scales, double damping)
    {
        var score = 0.0;
        for (var literal = 0; literal < frequencies.Length; literal++)
        {
            score += scales[literal] * frequencies[literal] / (frequencies[literal] + damping);
        }

        return score;
    }
}
