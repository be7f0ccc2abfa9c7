using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanSearch.Plans.Printing;

/// <summary>Prints a document as JSON lines: one object per block in reading order.</summary>
public static class JsonLinesPrinter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object a line, each ended by LF; Han characters as they are.</summary>
    /// <remarks>
    /// Keys: kind, lines (1-based), depth (headings only, else null), box and entry (1-based or null), lead (words or null),
    /// path (headings from the outermost), marker, paragraph (1-based or null), record (0-based or null), text (logical).
    /// </remarks>
    public static void Print(PlanDocument document, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new MemoryStream();
        foreach (var block in document.Blocks)
        {
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                Write(document, block, json);
            }

            writer.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            writer.Write('\n');
        }
    }

    private static void Write(PlanDocument document, Block block, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", KindNames.Of(block.Kind));
        json.WriteStartArray("lines");
        foreach (var line in block.Lines)
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
        foreach (var heading in document.PathOf(block.Node))
        {
            json.WriteStringValue(heading);
        }

        json.WriteEndArray();
        json.WriteString("marker", block.Marker);
        WriteCount(json, "paragraph", block.Paragraph);
        WriteCount(json, "record", block.Record < 0 ? 0 : block.Record, isNull: block.Record < 0);
        json.WriteString("text", block.Text);
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
