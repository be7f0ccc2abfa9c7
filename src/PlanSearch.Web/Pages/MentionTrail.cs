using PlanSearch.Corpus.Answers;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages;

/// <summary>The mentions of a plan in reading order: each knows its name, its number and the next one.</summary>
internal sealed class MentionTrail
{
    private readonly List<string> _ids = [];
    private readonly Dictionary<(string Anchor, int Start), int> _ordinals = [];

    public MentionTrail(PlanReading reading)
    {
        foreach (var block in reading.Blocks)
        {
            foreach (var mark in block.Marks)
            {
                _ordinals[(block.Anchor, mark.Start)] = _ids.Count;
                _ids.Add(IdOf(block.Anchor, mark.Start));
            }
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _ids.Count;

    /// <summary>The name of the first; null when there is none.</summary>
    public string? First => _ids.Count > 0 ? _ids[0] : null;

    /// <summary>The fragment at which a mention is read, as <see cref="PlanSearch.Corpus.Citations.PlanPermalink"/> writes it.</summary>
    private static string IdOf(string anchor, int offset) => $"{anchor}.{offset}";

    /// <summary>The name of a mention, and a link to the one after it; the last leads to the first.</summary>
    public MarkLink? Step(string anchor, TextRange mark)
    {
        if (!_ordinals.TryGetValue((anchor, mark.Start), out var ordinal))
        {
            return null;
        }

        var next = _ids[(ordinal + 1) % _ids.Count];
        return new MarkLink(_ids[ordinal], "#" + Uri.EscapeDataString(next), $"第 {ordinal + 1} 处，共 {_ids.Count} 处；点击到下一处");
    }
}
