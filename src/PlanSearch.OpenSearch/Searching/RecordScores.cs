using System.Runtime.InteropServices;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>What the scores of the records are made of that were read.</summary>
/// <param name="literals">How many literals the query has.</param>
internal sealed class RecordScores(int literals)
{
    private readonly Dictionary<(int Plan, int Record), float[]> _frequencies = [];
    private readonly Dictionary<(int Plan, int Record), long> _lengths = [];

    /// <summary>Takes the mentions of a plan.</summary>
    public void Read(int plan, TextBlocks text, IReadOnlyList<TextMatch> mentions)
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

    /// <summary>By literal, the records that have it.</summary>
    public long[] Containing() =>
        [.. Enumerable.Range(0, literals).Select(literal => _frequencies.Values.LongCount(frequencies => frequencies[literal] > 0))];

    /// <summary>The best of the plans that are searched.</summary>
    /// <param name="page">Which are wanted.</param>
    /// <param name="selection">The plans that are searched.</param>
    /// <param name="ranks">The order of the plans.</param>
    /// <param name="scoring">How they are scored.</param>
    public IEnumerable<ScoredRecord> Best(TallyPage page, PlanSelection selection, IReadOnlyList<int> ranks, RecordScoring scoring) =>
        _frequencies.Where(record => selection.Contains(record.Key.Plan))
            .Select(record => new ScoredRecord(record.Key.Plan, record.Key.Record, scoring.Of(record.Value, _lengths[record.Key])))
            .OrderByDescending(record => record.Score)
            .ThenBy(record => ranks[record.Plan])
            .ThenBy(record => record.Record)
            .Skip((int)Math.Min(page.Skip, int.MaxValue))
            .Take(page.Take);
}
