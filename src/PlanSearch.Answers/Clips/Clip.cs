using System.Collections.Immutable;
using System.Text;
using PlanSearch.Answers.Texts;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Clips;

/// <summary>One excerpt in a folder: a place in a plan, anchored in its words as permalinks are, and what its reader says of it.</summary>
public sealed record Clip
{
    /// <summary>How many code units of what was picked are kept, so that an excerpt whose text is gone can still be named.</summary>
    public const int WordsLength = 24;

    /// <summary>The most hits that are told apart; a block with more is picked whole.</summary>
    public const int MaxHits = 100;

    /// <summary>The longest note, in UTF-16 code units.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>The longest aspect.</summary>
    public const int MaxAspectLength = 20;

    /// <summary>The plan's id.</summary>
    public required string Plan { get; init; }

    /// <summary>The block's lasting name in its plan, see <see cref="Index.Stored.BlockAnchor"/>.</summary>
    public required string Anchor { get; init; }

    /// <summary>What was picked, as ranges of the block's text, rising, not overlapping; empty for the block whole.</summary>
    public ImmutableArray<TextRange> Hits { get; init; } = [];

    /// <summary>How what was picked begins, at most <see cref="WordsLength"/> code units.</summary>
    public required string Words { get; init; }

    /// <summary>How much is shown around it.</summary>
    public ClipContext Context { get; init; }

    /// <summary>方面: 现状, 目标, 任务, 项目, 政策 or own words; empty for none.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>What its reader notes; empty for nothing. Never part of the excerpt.</summary>
    public string Note { get; init; } = "";

    /// <summary>Which of the folder's searches found it, by its index; null when it was picked while reading.</summary>
    public int? Search { get; init; }

    /// <summary>Whether both pick the same words at the same place.</summary>
    public bool IsSamePlace(Clip other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Plan == other.Plan && Anchor == other.Anchor && Hits.SequenceEqual(other.Hits);
    }

    /// <summary>Whether all that another picks is picked here as well.</summary>
    internal bool Holds(Clip other) =>
        IsSamePlace(other) || (Plan == other.Plan && Anchor == other.Anchor && !other.Hits.IsEmpty && other.Hits.All(Hits.Contains));

    /// <summary>How what is picked in a block begins; a lone surrogate, which no file can hold, as U+FFFD.</summary>
    internal static string WordsOf(string blockText, ImmutableArray<TextRange> hits)
    {
        var picked = hits.IsEmpty ? new TextRange(0, blockText.Length) : hits[0];
        var words = blockText[picked.Start..TextCut.End(blockText, picked.Start + WordsLength, picked)];
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));
    }
}
