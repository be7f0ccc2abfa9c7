using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Lines with their kinds -> drafts of blocks with their logical text, in reading order.</summary>
internal sealed class BlockAssembly(LogicalText text, ParseLog log)
{
    private readonly List<BlockDraft> _drafts = [];

    /// <summary>Pieces rejoined to a block's text.</summary>
    public int Joins { get; private set; }

    /// <summary>Builds the drafts; a continuation goes into the block it continues, wherever footnotes are between.</summary>
    public List<BlockDraft> Build(List<Line> lines)
    {
        foreach (var line in lines)
        {
            if (line.Continues is null)
            {
                line.Draft = _drafts.Count;
                _drafts.Add(new BlockDraft { Kind = line.Kind ?? BlockKind.Paragraph, Box = line.Box, Table = line.Table });
            }
            else
            {
                line.Draft = line.Continues.Draft;
                NoteJoin(line.Continues, line);
            }

            _drafts[line.Draft].Lines.Add(line);
        }

        var blocks = new List<BlockDraft>(_drafts.Count);
        foreach (var draft in _drafts)
        {
            text.Build(draft);
            AddParts(draft, blocks);
        }

        return blocks;
    }

    private void NoteJoin(Line before, Line line)
    {
        if (line.Kind is not (BlockKind.Heading or BlockKind.BoxTitle))
        {
            Joins++;
            if (Seam.DoubledAt(before.Plain, line.Plain) is var doubled and > 0)
            {
                log.Add(line.Number, Rules.DoubledCharacters, $"断行处文字重复：“{line.Plain.AsSpan(0, doubled)}”，原文如此，未删。");
            }
        }
    }

    private void AddParts(BlockDraft draft, List<BlockDraft> blocks)
    {
        var starts = draft.Kind == BlockKind.BoxEntry ? RunInList.Starts(draft.Text) : [];
        if (starts.Count == 0)
        {
            Finish(draft);
            blocks.Add(draft);
            return;
        }

        draft.Lines[0].Decide(Rules.RunInEntries);

        // The label over a run-in list governs its entries: a sub-heading.
        if (starts[0] > 0)
        {
            blocks.Add(Part(draft, 0, starts[0], BlockKind.BoxHeading));
        }

        for (var i = 0; i < starts.Count; i++)
        {
            blocks.Add(Part(draft, starts[i], i + 1 < starts.Count ? starts[i + 1] : draft.Text.Length, BlockKind.BoxEntry));
        }
    }

    private BlockDraft Part(BlockDraft whole, int start, int end, BlockKind kind)
    {
        while (end > start && whole.Text[end - 1] == ' ')
        {
            end--;
            text.CountBlank();
        }

        var part = new BlockDraft
        {
            Kind = kind,
            Box = whole.Box,
            Table = whole.Table,
            Text = whole.Text[start..end],
            Pieces = Slice(whole.Pieces, start, end)
        };
        part.Lines.AddRange(whole.Lines);
        part.InsertedBlanks.AddRange(whole.InsertedBlanks.Where(at => at >= start && at < end).Select(at => at - start));
        Finish(part);
        return part;
    }

    private static ImmutableArray<SourcePiece> Slice(ImmutableArray<SourcePiece> pieces, int start, int end)
    {
        var slice = ImmutableArray.CreateBuilder<SourcePiece>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var pieceEnd = i + 1 < pieces.Length ? pieces[i + 1].Start : end;
            if (pieceEnd > start && pieces[i].Start < end)
            {
                var skipped = Math.Max(0, start - pieces[i].Start);
                slice.Add(new SourcePiece(pieces[i].Start + skipped - start, pieces[i].Line, pieces[i].Column + skipped));
            }
        }

        return slice.ToImmutable();
    }

    private static Marker ReadMarker(BlockDraft draft) =>
        draft.Lines[0].Marker.Kind is >= MarkerKind.DecimalChapter and <= MarkerKind.DecimalPart
            ? DecimalNumber.Read(draft.Text).ToMarker(draft.Text)
        : draft.Lines[0].Marker.Kind == MarkerKind.Arabic ? MarkerReader.ReadBeforeDigit(draft.Text) : MarkerReader.Read(draft.Text);

    // Marker and lead are read from the logical text, so that their ranges are ranges of it.
    private static void Finish(BlockDraft draft)
    {
        var words = 0;
        if (draft.Kind is BlockKind.Heading or BlockKind.ListItem or BlockKind.Footnote or BlockKind.BoxHeading or BlockKind.BoxEntry
            && ReadMarker(draft) is { Kind: not MarkerKind.None } marker)
        {
            draft.Marker = draft.Text[marker.Start..marker.End];
            words = marker.Rest;
        }

        if (draft.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.BoxEntry or BlockKind.BoxParagraph or BlockKind.Footnote)
        {
            draft.Lead = new TextRange(words, Sentence.LeadOf(draft.Text.AsSpan(words)));
            draft.Lines[0].Decide(Rules.Lead, draft.Lead.Length > 0);
        }
    }
}
