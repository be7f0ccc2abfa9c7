using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanSearch.Plans.Printing;

/// <summary>Prints a document as JSON lines: one object per block in reading order; of two on one line the one with text first.</summary>
public static class JsonLinesPrinter
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object a line, each ended by LF; Han characters as they are.</summary>
    /// <remarks>
    /// A row whose cells are on lines of their own is an object for each of its lines. Keys: kind, lines (1-based), depth (headings only,
    /// else null), box and entry (1-based or null), lead (words or null), path (headings from the outermost), items (list items that
    /// enclose it, from the outermost; only where some do), marker, paragraph (1-based or null), record (0-based or null), text (logical).
    /// </remarks>
    public static void Print(PlanDocument document, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new MemoryStream();
        var (node, path) = (-1, System.Collections.Immutable.ImmutableArray<string>.Empty);
        foreach (var block in TextFirst(document.Blocks))
        {
            (node, path) = block.Node == node ? (node, path) : (block.Node, document.PathOf(block.Node));
            foreach (var (lines, text) in PrintedParts(block))
            {
                buffer.SetLength(0);
                using (var json = new Utf8JsonWriter(buffer, Options))
                {
                    Write(document, block, path, (lines, text), json);
                }

                WriteLine(buffer, writer);
            }
        }
    }

    /// <summary>Writes what a JSON writer has left in a buffer, and LF.</summary>
    internal static void WriteLine(MemoryStream buffer, TextWriter writer)
    {
        writer.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
    }

    // The number of a page that is glued to a line of text comes after that text: what names a line first tells what the line is.
    private static IEnumerable<Block> TextFirst(System.Collections.Immutable.ImmutableArray<Block> blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Kind == BlockKind.Noise
                && i + 1 < blocks.Length
                && blocks[i + 1].Kind != BlockKind.Noise
                && blocks[i].LineAt(0) == blocks[i + 1].LineAt(0))
            {
                yield return blocks[i + 1];
                yield return blocks[i++];
            }
            else
            {
                yield return blocks[i];
            }
        }
    }

    // The lines after a block's first are continuations to whoever reads this. A cell on a line of its own continues nothing: it is an
    // object of its own.
    private static IEnumerable<(int[] Lines, string Text)> PrintedParts(Block block)
    {
        int[] lines = [.. block.Lines];
        if (block.Cells.IsEmpty || lines.Length < 2)
        {
            return [(lines, block.Text)];
        }

        return block.Cells.Where(cell => cell.Length > 0).SelectMany(cell => PiecesOf(block, cell)).GroupBy(piece => piece.Line)
            .Select(pieces => (new[] { pieces.Key }, string.Join('\t', pieces.Select(piece => piece.Text))));
    }

    // A cell may continue over lines.
    private static IEnumerable<(int Line, string Text)> PiecesOf(Block block, TextRange cell)
    {
        int[] starts = [cell.Start, .. block.Pieces.Select(piece => piece.Start).Where(start => start > cell.Start && start < cell.End)];
        return starts.Select(
            (start, at) => (block.LineAt(start), block.Text[start..(at + 1 < starts.Length ? starts[at + 1] : cell.End)]));
    }

    private static void Write(
        PlanDocument document, Block block, IEnumerable<string> path, (int[] Lines, string Text) part, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", KindNames.Of(block.Kind));
        json.WriteStartArray("lines");
        foreach (var line in part.Lines)
        {
            json.WriteNumberValue(line);
        }

        json.WriteEndArray();
        WriteCount(json, "depth", block.Depth);
        WriteCount(json, "box", block.Box < 0 ? 0 : document.Boxes[block.Box].Ordinal);
        WriteCount(json, "entry", block.Entry);
        if (block.Lead.Length == 0)
        {
            json.WriteNull("lead");
        }
        else
        {
            json.WriteString("lead", block.Text.AsSpan(block.Lead.Start, block.Lead.Length));
        }

        json.WriteStartArray("path");
        foreach (var heading in path)
        {
            json.WriteStringValue(heading);
        }

        json.WriteEndArray();
        if (block.Item >= 0)
        {
            json.WriteStartArray("items");
            foreach (var item in document.ItemsOf(block))
            {
                json.WriteStringValue(item);
            }

            json.WriteEndArray();
        }

        json.WriteString("marker", block.Marker);
        WriteCount(json, "paragraph", block.Paragraph);
        WriteCount(json, "record", block.Record < 0 ? 0 : block.Record, isNull: block.Record < 0);
        json.WriteString("text", part.Text);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int value) => WriteCount(json, name, value, isNull: value == 0);

    private static void WriteCount(Utf8JsonWriter json, string name, int value, bool isNull)
    {
        if (isNull)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, value);
        }
    }
}
