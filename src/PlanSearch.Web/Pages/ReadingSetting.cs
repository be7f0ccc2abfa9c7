using PlanSearch.Corpus.Answers;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages;

/// <summary>What every part of a reading page needs to know of the whole: heading ranks and the trail of mentions.</summary>
public sealed class ReadingSetting
{
    private readonly int[] _nesting;
    private readonly MentionTrail _trail;

    internal ReadingSetting(PlanReading reading, MentionTrail trail)
    {
        _trail = trail;
        _nesting = new int[reading.Nodes.Length];
        for (var node = 1; node < _nesting.Length; node++)
        {
            _nesting[node] = _nesting[reading.Nodes[node].Parent] + 1;
        }
    }

    /// <summary>
    /// The element and style of a block outside tables. Headings begin at h2 below the page's title and never skip a rank;
    /// a 专栏's title is one deeper than the heading it stands under.
    /// </summary>
    public (string Element, string Style) ElementOf(ReadingBlock block) => block.Kind switch
    {
        BlockKind.Heading => (Heading(_nesting[block.Node]), "heading"),
        BlockKind.BoxTitle => (Heading(_nesting[block.Node] + 1), "box-title"),
        BlockKind.BoxHeading => (Heading(_nesting[block.Node] + 2), "box-heading"),
        BlockKind.ListItem or BlockKind.BoxEntry => ("p", "item"),
        BlockKind.Footnote => ("p", "footnote"),
        BlockKind.TableCaption or BlockKind.FigureCaption => ("p", "caption"),
        BlockKind.TableNote => ("p", "table-note"),
        BlockKind.Cover or BlockKind.Contents => ("p", "front"),
        BlockKind.Trailer => ("p", "trailer"),
        BlockKind.Noise => ("p", "page-mark"),
        _ => ("p", "paragraph"),
    };

    /// <summary>Names and links the marks of a block.</summary>
    public Func<TextRange, MarkLink?> LinksOf(ReadingBlock block) => mark => _trail.Step(block.Anchor, mark);

    private static string Heading(int nesting) => $"h{Math.Clamp(nesting + 1, 2, 6)}";
}
