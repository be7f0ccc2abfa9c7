using System.Text.Json;

namespace PlanSearch.Plans.Printing;

/// <summary>Prints the outline of a document with its confidence, as one JSON object.</summary>
public static class OutlinePrinter
{
    /// <summary>
    /// Writes <c>{"confidence":0–1,"reasons":[…],"headings":[{"line","depth","title"}]}</c> and LF; lines are 1-based, titles as printed.
    /// </summary>
    public static void Print(PlanDocument document, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonLinesPrinter.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("confidence", Math.Round(document.Confidence.Value, 3));
            json.WriteStartArray("reasons");
            foreach (var reason in document.Confidence.Reasons)
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
            json.WriteStartArray("headings");
            foreach (var node in document.Nodes.Skip(1))
            {
                json.WriteStartObject();
                json.WriteNumber("line", document.Blocks[node.Block].LineAt(0));
                json.WriteNumber("depth", node.Depth);
                json.WriteString("title", node.Heading);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        JsonLinesPrinter.WriteLine(buffer, writer);
    }
}
