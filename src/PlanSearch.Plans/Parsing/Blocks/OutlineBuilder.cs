using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Headings -> outline nodes with their depth in this document, and the node of every block (R-HEAD-7).</summary>
internal static class OutlineBuilder
{
    // R-HEAD-7: the kinds as MarkerKind has them; R-HEAD-14: 一、 is over 1.1 where no chapter 1 does.
    private static readonly MarkerKind[] AsTheyAre = [.. Enum.GetValues<MarkerKind>().Where(kind => kind != MarkerKind.None)];
    private static readonly MarkerKind[] IdeographsFirst =
        [.. AsTheyAre.OrderBy(kind => kind == MarkerKind.Ideograph ? (int)MarkerKind.DecimalChapter : (int)kind)];

    /// <summary>Builds the outline and fills node, depth and paragraph ordinal of the drafts.</summary>
    public static ImmutableArray<OutlineNode> Build(List<BlockDraft> drafts)
    {
        var (depths, annex) = (DepthsOf(drafts, 0), 0);
        var nodes = ImmutableArray.CreateBuilder<OutlineNode>();
        nodes.Add(new OutlineNode(-1, 0, "", "", -1));
        var (current, raised, paragraphs) = (0, 0, new List<int> { 0 });
        var hasTitlesUnderNumbers = HasTitlesUnderNumbers(drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Kind == BlockKind.Cover && annex > 0)
            {
                // R-FRONT-7: a further document behind the annexes of the first.
                (depths, annex) = (DepthsOf(drafts, i), 0);
            }

            if (draft.Kind == BlockKind.Heading)
            {
                if (IsAnnex(draft))
                {
                    (depths, annex) = (DepthsOf(drafts, i + 1), 1);
                }

                if (draft.Lines[0].GivenDepth > 0)
                {
                    draft.Depth = draft.Lines[0].GivenDepth;
                }
                else if (hasTitlesUnderNumbers && annex == 0 && IsTitleAlone(draft) && NumberedOver(nodes, current) is var over and > 0)
                {
                    draft.Depth = nodes[over].Depth + 1;
                }
                else
                {
                    raised = annex > 0 ? 0 : RaiseOf(nodes, current, depths, draft.Lines[0].Level, raised);
                    draft.Depth = depths[(int)draft.Lines[0].Level] - raised + (draft.Lines[0].Level == MarkerKind.None ? 0 : annex);
                }

                draft.Lines[0].Decide(Rules.DepthInAnnex, annex > 0);
                draft.Lines[0].Decide(Rules.Depth);
                nodes.Add(new OutlineNode(ParentOf(nodes, current, draft.Depth), draft.Depth, draft.Text, draft.Marker, i));
                current = nodes.Count - 1;
                paragraphs.Add(0);
            }

            // The trailer belongs to the document, not to its last section.
            draft.Node = draft.Kind is BlockKind.Trailer or BlockKind.Cover or BlockKind.Contents ? 0 : current;
            if (draft.Box < 0 && draft.Kind is BlockKind.Paragraph or BlockKind.ListItem)
            {
                draft.Paragraph = ++paragraphs[current];
            }
        }

        return nodes.ToImmutable();
    }

    // A chapter without 节 has its 一、 right under it: there it is one level higher than elsewhere, and so is what is under it.
    private static int RaiseOf(ImmutableArray<OutlineNode>.Builder nodes, int current, int[] depths, MarkerKind level, int raised)
    {
        if (level != MarkerKind.Ideograph)
        {
            return level < MarkerKind.Ideograph ? 0 : raised;
        }

        var above = current;
        while (above > 0 && MarkerReader.Read(nodes[above].Marker) is { IsStrong: false, Kind: not MarkerKind.None })
        {
            above = nodes[above].Parent;
        }

        return above == 0 ? 0 : Math.Max(0, depths[(int)level] - nodes[above].Depth - 1);
    }

    // The kinds of markers that head text in this document, outermost first, are its levels; 前言 and 附件 are at the top.
    // R-HEAD-15: those of an annex are its own, from its heading up to the next annex.
    private static int[] DepthsOf(List<BlockDraft> drafts, int from)
    {
        var depths = new int[(int)MarkerKind.Bullet + 1];
        for (var i = from; i < drafts.Count && !IsAnnex(drafts[i]); i++)
        {
            // R-HAND-1: a depth that a person has given one heading says nothing of the others.
            if (drafts[i].Kind == BlockKind.Heading && drafts[i].Lines[0].GivenDepth == 0)
            {
                depths[(int)drafts[i].Lines[0].Level] = 1;
            }
        }

        var depth = 0;
        foreach (var kind in depths[(int)MarkerKind.DecimalChapter] == 0 ? IdeographsFirst : AsTheyAre)
        {
            depths[(int)kind] = depths[(int)kind] == 0 ? 0 : ++depth;
        }

        depths[(int)MarkerKind.None] = 1;
        return depths;
    }

    // R-HEAD-7: titles without numbers, as many as there are chapters, are the sections of these.
    private static bool HasTitlesUnderNumbers(List<BlockDraft> drafts)
    {
        var (chapters, titles) = (0, 0);
        foreach (var draft in drafts.Where(draft => draft.Kind == BlockKind.Heading))
        {
            chapters += draft.Lines[0].Level is MarkerKind.Part or MarkerKind.Chapter ? 1 : 0;
            titles += chapters > 0 && IsTitleAlone(draft) ? 1 : 0;
        }

        return chapters > 1 && titles >= chapters;
    }

    // Neither 前言 nor 附件, which are at the top.
    private static bool IsTitleAlone(BlockDraft draft) => draft.Lines[0].Level == MarkerKind.None && !UnnumberedHeading.Is(draft.Text);

    private static int NumberedOver(ImmutableArray<OutlineNode>.Builder nodes, int node)
    {
        while (node > 0 && nodes[node].Marker.Length == 0)
        {
            node = nodes[node].Parent;
        }

        return node;
    }

    private static bool IsAnnex(BlockDraft draft) =>
        draft.Kind == BlockKind.Heading && draft.Lines[0].Level == MarkerKind.None && UnnumberedHeading.OpensAnnex(draft.Text);

    private static int ParentOf(ImmutableArray<OutlineNode>.Builder nodes, int node, int depth)
    {
        while (node > 0 && nodes[node].Depth >= depth)
        {
            node = nodes[node].Parent;
        }

        return node;
    }
}
