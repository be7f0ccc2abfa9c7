using System.Runtime.CompilerServices;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Texts;

/// <summary>Which blocks the records of a plan have: a question reads a few sections of each of a hundred plans.</summary>
internal sealed class RecordBlocks
{
    // A plan that is kept decoded keeps this; one that goes takes it along.
    private static readonly ConditionalWeakTable<StoredPlan, RecordBlocks> Known = [];

    private readonly int[] _starts;
    private readonly int[] _blocks;

    private RecordBlocks(StoredPlan plan)
    {
        _starts = new int[plan.Records.Length + 1];
        foreach (var block in plan.Blocks.Where(block => block.Record >= 0))
        {
            _starts[block.Record + 1]++;
        }

        for (var record = 0; record < plan.Records.Length; record++)
        {
            _starts[record + 1] += _starts[record];
        }

        _blocks = [.. Enumerable.Range(0, plan.Blocks.Length).Where(block => plan.Blocks[block].Record >= 0)
            .OrderBy(block => plan.Blocks[block].Record)];
    }

    /// <summary>Those of a plan.</summary>
    public static RecordBlocks Of(StoredPlan plan) => Known.GetValue(plan, static plan => new RecordBlocks(plan));

    /// <summary>The blocks of a record, as the plan reads.</summary>
    public ReadOnlySpan<int> Of(int record) => _blocks.AsSpan(_starts[record].._starts[record + 1]);
}
