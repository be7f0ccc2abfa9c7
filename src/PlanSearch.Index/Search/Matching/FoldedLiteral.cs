using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Matching;

/// <summary>A literal as a segment knows it: folded, with the rank of each unit.</summary>
internal sealed class FoldedLiteral
{
    /// <summary>Folds a literal and looks up its units; one that does not occur is no error, see <see cref="CanOccur"/>.</summary>
    public FoldedLiteral(SegmentReader segment, string text)
    {
        Text = Fold.Of(text);
        Ranks = [.. Text.Select(segment.Dictionary.Rank)];
        FirstWordUnit = -1;
        for (var unit = Text.Length - 1; unit >= 0; unit--)
        {
            FirstWordUnit = Fold.IsWordUnit(Text[unit]) ? unit : FirstWordUnit;
        }
    }

    /// <summary>The literal folded, as many code units as before.</summary>
    public string Text { get; }

    /// <summary>Rank of each unit in the segment; -1 for one that does not occur.</summary>
    public int[] Ranks { get; }

    /// <summary>The first unit that can begin a word, and so a bigram; -1 when there is none.</summary>
    public int FirstWordUnit { get; }

    /// <summary>Whether every unit occurs somewhere in the segment.</summary>
    public bool CanOccur => Array.IndexOf(Ranks, -1) < 0;

    /// <summary>Whether it can occur at two places that overlap.</summary>
    public bool OverlapsItself => LiteralQuery.OverlapsItself(Text);
}
