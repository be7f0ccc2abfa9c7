using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Documents;

/// <summary>What a plan is in the two indexes of a cluster: one document to search it by, one to read it from.</summary>
internal static class ClusterDocument
{
    /// <summary>A calibration has it: no writer, so it is in no generation.</summary>
    public const long NoWriter = 0;

    private const int NumberBits = 32;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The number of a document: unique, and rising with whoever writes and what each writes.</summary>
    public static long Number(long epoch, int place) => (epoch << NumberBits) + place;

    /// <summary>The epoch of the writer that made a document, <see cref="NoWriter"/> for a calibration.</summary>
    public static long EpochOf(long number) => number >> NumberBits;

    /// <summary>What the cluster knows a document by: its number in decimal digits.</summary>
    public static string Key(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The document to search a plan by, as UTF-8 JSON: folded blocks under their records, what is set aside, the packed facts.
    /// </summary>
    public static ReadOnlyMemory<byte> Searched(long number, StoredPlan plan, TextBlocks text, byte[] packed)
    {
        var folded = text.Blocks.Select(Fold.Of).ToList();
        var records = text.Levels[0].Append(-1).Max() + 1;
        var length = Enumerable.Range(0, folded.Count).Where(block => !text.IsAside(block)).Sum(block => (long)folded[block].Length);
        var titles = text.Spans.ToLookup(span => span.Block);
        return Written(json =>
        {
            json.WriteNumber("no", number);
            json.WriteNumber("from", EpochOf(number));
            json.WriteString("id", plan.Id);
            json.WriteBase64String("facts", packed.AsSpan(0, PlanCodec.FactsLength(packed, plan.Id)));
            json.WriteNumber("records", records);
            json.WriteNumber("length", length);
            json.WriteNumber("titled", titles.Select(block => folded[block.Key].Length).DefaultIfEmpty().Max());
            json.WriteStartArray("rec");
            foreach (var record in Enumerable.Range(0, folded.Count)
                .Where(block => !text.IsAside(block))
                .GroupBy(block => text.Levels[0][block]))
            {
                json.WriteStartObject();
                json.WriteNumber("length", record.Sum(block => text.Blocks[block].Length));
                json.WriteStartArray("blk");
                foreach (var block in record)
                {
                    json.WriteStartObject();
                    for (var column = 0; column < text.Columns.Length; column++)
                    {
                        json.WriteNumber(BlockColumns.All[column], text.Columns[column][block]);
                    }

                    json.WriteString("t", WireText.OfBlock(folded[block]));
                    if (titles[block].Any())
                    {
                        var inTitles = titles[block].Select(title => folded[block].Substring(title.Start, title.Length));
                        json.WriteString("ti", WireText.OfBlock(string.Join(Fold.Separator, inTitles)));
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("aside");
            foreach (var block in Enumerable.Range(0, folded.Count).Where(text.IsAside))
            {
                json.WriteStartObject();
                json.WriteNumber("kind", text.Columns[PlanRanks.KindColumn][block]);
                json.WriteString("t", WireText.OfBlock(folded[block]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>The document to read a plan from, as UTF-8 JSON: its packed bytes whole.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="name">What it is kept under; null for a plan that is searched.</param>
    /// <param name="packed">What <see cref="KeptPlanCodec"/> made of it.</param>
    public static ReadOnlyMemory<byte> Read(long number, string? name, byte[] packed) => Written(json =>
    {
        json.WriteNumber("no", number);
        json.WriteNumber("from", EpochOf(number));
        if (name is not null)
        {
            json.WriteString("name", name);
        }

        json.WriteBase64String("packed", packed);
    });

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
