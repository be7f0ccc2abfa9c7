using System.Collections.Immutable;
using PlanSearch.Answers.Texts;
using PlanSearch.Index.Port;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Clips;

/// <summary>A place in a plan -> the text of an excerpt, exactly as the plan has it.</summary>
internal static class ExcerptCutter
{
    /// <param name="plan">The plan.</param>
    /// <param name="block">The block that was picked.</param>
    /// <param name="hits">What was picked in it, within its text; empty for all of it.</param>
    /// <param name="context">How much is shown around it.</param>
    public static ExcerptText Cut(PlanText plan, int block, ImmutableArray<TextRange> hits, ClipContext context) => context switch
    {
        ClipContext.Sentence when !hits.IsEmpty => SentencesOf(plan, block, hits),
        ClipContext.Entry => Joined(plan, EntryOf(plan, block), block, hits),
        _ => Joined(plan, [block], block, hits),
    };

    private static ExcerptText SentencesOf(PlanText plan, int block, ImmutableArray<TextRange> hits)
    {
        var text = plan.BlockText(block);
        var first = Sentences.Around(text, hits[0], plan.SurroundingsOf(block, hits[0].Start));
        var last = Sentences.Around(text, hits[^1], plan.SurroundingsOf(block, hits[^1].Start));
        var shown = new TextRange(first.Start, last.End - first.Start);
        return new ExcerptText(
            text[shown.Start..shown.End],
            [new ExcerptPart(block, shown, 0)],
            [.. hits.Select(hit => hit with { Start = hit.Start - first.Start })]);
    }

    private static ExcerptText Joined(PlanText plan, List<int> blocks, int picked, ImmutableArray<TextRange> hits)
    {
        var texts = blocks.Select(plan.BlockText).ToList();
        var parts = ImmutableArray.CreateBuilder<ExcerptPart>();
        var at = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            parts.Add(new ExcerptPart(blocks[i], new TextRange(0, texts[i].Length), at));
            at += texts[i].Length + 1;
        }

        var offset = parts.First(part => part.Block == picked).At;
        return new ExcerptText(
            string.Join('\n', texts), parts.ToImmutable(), [.. hits.Select(hit => hit with { Start = offset + hit.Start })]);
    }

    /// <summary>The blocks of what a block belongs to, rising; the block is among them.</summary>
    private static List<int> EntryOf(PlanText plan, int block)
    {
        var picked = plan.Plan.Blocks[block];
        return picked.Kind == BlockKind.TableRow && picked.Table >= 0 ? RowUnderHeader(plan, block)
            : picked.Box >= 0 && IsOfEntry(picked.Kind) ? EntryInBox(plan, block)
            : [block];
    }

    // A row of numbers says nothing without the names of its columns.
    private static List<int> RowUnderHeader(PlanText plan, int row)
    {
        var blocks = plan.Plan.Blocks;
        var table = blocks[row].Table;
        var first = plan.Plan.Tables[table].FirstBlock;
        var above = Enumerable.Range(first, row - first).Where(at => blocks[at].Table == table).ToList();
        var group = above.FindLast(at => blocks[at].Kind == BlockKind.TableGroup);
        return
        [
            .. above.Where(at => blocks[at].Kind == BlockKind.TableHeader || (at == group && blocks[at].Kind == BlockKind.TableGroup)),
            row,
        ];
    }

    // From the entry a block belongs to up to the next one; what a page put between is not part of it.
    private static List<int> EntryInBox(PlanText plan, int block)
    {
        var blocks = plan.Plan.Blocks;
        var box = blocks[block].Box;
        var start = block;
        while (start > 0 && blocks[start].Kind != BlockKind.BoxEntry && blocks[start - 1].Box == box && IsInside(blocks[start - 1].Kind))
        {
            start--;
        }

        if (blocks[start].Kind != BlockKind.BoxEntry)
        {
            return [block];
        }

        var end = start + 1;
        while (end < blocks.Length && blocks[end].Box == box && blocks[end].Kind != BlockKind.BoxEntry && IsInside(blocks[end].Kind))
        {
            end++;
        }

        return [.. Enumerable.Range(start, end - start).Where(at => IsOfEntry(blocks[at].Kind))];
    }

    private static bool IsInside(BlockKind kind) => IsOfEntry(kind) || kind is BlockKind.Noise or BlockKind.Footnote;

    private static bool IsOfEntry(BlockKind kind) =>
        kind is BlockKind.BoxEntry or BlockKind.BoxParagraph or BlockKind.ListItem or BlockKind.Paragraph;
}

/// <summary>What was cut.</summary>
/// <param name="Text">The text; several blocks are parted by LF, cells of a row by TAB.</param>
/// <param name="Parts">What it is made of, in order.</param>
/// <param name="Hits">What was picked, as ranges of <paramref name="Text"/>.</param>
internal sealed record ExcerptText(string Text, ImmutableArray<ExcerptPart> Parts, ImmutableArray<TextRange> Hits)
{
    /// <summary>The first block it shows: the one that is cited.</summary>
    public int Block => Parts[0].Block;

    /// <summary>Those of the mentions that it shows whole, each with its range of <see cref="Text"/>.</summary>
    public IEnumerable<(Mention Mention, TextRange Shown)> Among(IReadOnlyCollection<Mention> mentions) =>
        from part in Parts
        from mention in mentions
        where mention.Block == part.Block && mention.Start >= part.Range.Start && mention.Start + mention.Length <= part.Range.End
        select (mention, new TextRange(part.At + mention.Start - part.Range.Start, mention.Length));
}

/// <summary>A block, or a range of one, in an excerpt.</summary>
/// <param name="Block">The block.</param>
/// <param name="Range">The range of its text that is shown.</param>
/// <param name="At">Where in the excerpt's text it begins.</param>
internal readonly record struct ExcerptPart(int Block, TextRange Range, int At);
