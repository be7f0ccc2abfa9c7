using PlanSearch.Answers.ForReading;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages.ForReading;

/// <summary>The mentions of a plan in reading order: each knows its name, its number and its neighbours.</summary>
public sealed class MentionTrail
{
    private readonly List<string> _ids = [];
    private readonly Dictionary<(string Anchor, int Start), int> _ordinals = [];

    /// <param name="reading">The plan, its mentions marked.</param>
    public MentionTrail(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
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

    /// <summary>A link to the first; null when there is none.</summary>
    public string? First => _ids.Count > 0 ? LinkTo(0) : null;

    /// <summary>A link to the last; null when there is none.</summary>
    public string? Last => _ids.Count > 0 ? LinkTo(_ids.Count - 1) : null;

    /// <summary>Where a mention is in the trail; null for what is none.</summary>
    public MentionStep? Step(string anchor, TextRange mark) => _ordinals.TryGetValue((anchor, mark.Start), out var ordinal)
        ? new MentionStep(_ids[ordinal], ordinal + 1, LinkTo((ordinal + _ids.Count - 1) % _ids.Count), LinkTo((ordinal + 1) % _ids.Count))
        : null;

    /// <summary>The fragment at which a mention is read, as <see cref="PlanSearch.Answers.Citations.PlanPermalink"/> writes it.</summary>
    private static string IdOf(string anchor, int offset) => $"{anchor}.{offset}";

    private string LinkTo(int ordinal) => "#" + Uri.EscapeDataString(_ids[ordinal]);
}

/// <summary>A mention among its like; the first and the last are neighbours.</summary>
/// <param name="Id">Its name on the page.</param>
/// <param name="Ordinal">Its number, from 1.</param>
/// <param name="Previous">A link to the one before.</param>
/// <param name="Next">A link to the one after.</param>
public sealed record MentionStep(string Id, int Ordinal, string Previous, string Next);
