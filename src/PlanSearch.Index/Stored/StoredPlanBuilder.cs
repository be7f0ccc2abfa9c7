using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Stored;

/// <summary>A parsed plan with what is known of it -> the plan as it lies in the index.</summary>
public static class StoredPlanBuilder
{
    /// <summary>The plan without its texts; those are <see cref="Block.Text"/>, block by block.</summary>
    public static StoredPlan Build(PlanDocument document, PlanMetadata metadata, PlanFile file)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(file);
        var sections = SectionRules.Of(document.Nodes);
        var repeats = BlockAnchor.Repeats(document.Blocks.Select(block => block.Text));
        return new StoredPlan
        {
            Id = file.Id,
            Root = file.Root,
            File = file.File,
            Bytes = file.Bytes,
            FileDigest = file.Digest,
            WrittenAt = file.WrittenAt,
            SidecarWrittenAt = file.SidecarWrittenAt,
            OutlineWrittenAt = file.OutlineWrittenAt,
            Corrections = document.Corrections,
            TextDigest = TextDigest.Of(document.Source.Lines),
            LogicalDigest = TextDigest.Of(document.Blocks.Select(block => block.Text)),
            Encoding = document.Source.Encoding,
            EncodingReason = document.Source.EncodingReason,
            Format = document.Source.Format,
            Program = document.Source.Program,
            Metadata = metadata,
            Outline = document.Confidence,
            Ledger = document.Ledger with { Diagnostics = [.. document.Source.Diagnostics, .. document.Ledger.Diagnostics] },
            Nodes = document.Nodes,
            Blocks = [.. document.Blocks.Select((block, at) => Stored(block, sections[block.Node], repeats[at]))],
            Boxes = document.Boxes,
            Tables = document.Tables,
            Records = document.Records,
        };
    }

    private static StoredBlock Stored(Block block, PlanSection section, int repeat) => new()
    {
        Kind = block.Kind,
        Node = block.Node,
        Box = block.Box,
        Table = block.Table,
        Record = block.Record,
        Entry = block.Entry,
        Paragraph = block.Paragraph,
        Depth = block.Depth,
        Marker = block.Marker,
        Lead = block.Lead,
        Cells = block.Cells,
        Page = block.Page,
        Lines = Lines(block.Pieces),
        Section = section,
        Repeat = repeat,
    };

    /// <summary>The pieces where another line begins; those in between only left out a mark or a blank.</summary>
    private static ImmutableArray<(int Start, int Line)> Lines(ImmutableArray<SourcePiece> pieces)
    {
        var lines = ImmutableArray.CreateBuilder<(int Start, int Line)>();
        foreach (var piece in pieces)
        {
            if (lines.Count == 0 || lines[^1].Line != piece.Line)
            {
                lines.Add((piece.Start, piece.Line));
            }
        }

        return lines.ToImmutable();
    }
}
