using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Finds the list items that others enclose: （一） around 1. around （1） (R-LIST-1).</summary>
internal static class NestedItems
{
    /// <summary>
    /// Fills the enclosing item of the items of running text. A heading, a box or a table of the section does not continue the list
    /// before it.
    /// </summary>
    public static void Mark(List<BlockDraft> drafts)
    {
        var open = new Stack<(int Draft, MarkerKind Kind)>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Kind == BlockKind.Heading)
            {
                open.Clear();
            }

            if (draft.Kind != BlockKind.ListItem || draft.Box >= 0 || draft.Lines[0].Marker is not { IsCounted: true } marker)
            {
                continue;
            }

            while (open.TryPeek(out var last) && last.Kind >= marker.Kind)
            {
                open.Pop();
            }

            if (open.TryPeek(out var around))
            {
                draft.Item = around.Draft;
                draft.Lines[0].Decide(Rules.NestedItem);
            }

            open.Push((i, marker.Kind));
        }
    }
}
