using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Clips;

/// <summary>A folder as a file: JSON that says what it is and of which version. What has its default is left out.</summary>
public static class ClipFile
{
    /// <summary>By this a file of excerpts is told from any other JSON.</summary>
    public const string Format = "plansearch-clips";

    /// <summary>What <c>version</c> says.</summary>
    public const int Version = 1;

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file, indented for people; <paramref name="isCompact"/> writes no blanks.</summary>
    public static byte[] Write(ClipFolder folder, bool isCompact = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            bytes, new JsonWriterOptions { Indented = !isCompact, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            Text(json, "title", folder.Title);
            WriteAll(json, "searches", folder.Searches, WriteSearch);
            WriteAll(json, "clips", folder.Clips, WriteClip);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The folder of a file, or what is wrong with it and where. Throws on no bytes.</summary>
    public static Outcome<ClipFolder> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes)
        {
            return ClipFileReader.Invalid($"摘录夹文件超过 {MaxBytes / 1024} KB");
        }

        try
        {
            // A mark at the front is what editors put there.
            var text = StrictUtf8.GetString(file).TrimStart('\uFEFF');
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            return ClipFileReader.Read(json.RootElement);
        }
        catch (DecoderFallbackException broken)
        {
            return ClipFileReader.Invalid($"摘录夹文件不是 UTF-8 文本（第 {broken.Index + 1} 字节）");
        }
        catch (JsonException broken)
        {
            return ClipFileReader.Invalid($"摘录夹文件不是完整的 JSON（第 {broken.LineNumber + 1} 行第 {broken.BytePositionInLine + 1} 字节）");
        }
    }

    private static void WriteSearch(Utf8JsonWriter json, SearchRequest search)
    {
        json.WriteString("q", search.Query);
        Text(json, "mode", search.Mode is QueryMode.Auto ? "" : QueryModes.NameOf(search.Mode));
        if (!search.WordsOff.IsEmpty)
        {
            json.WriteStartArray("off");
            foreach (var word in search.WordsOff)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
        }

        if (!search.WithPlaces)
        {
            json.WriteBoolean("anywhere", true);
        }

        if (search.Exact)
        {
            json.WriteBoolean("exact", true);
        }

        if (!search.Filters.IsEmpty)
        {
            json.WriteStartObject("filters");
            foreach (var (name, selection) in search.Filters)
            {
                json.WriteStartArray(name);
                foreach (var value in selection.Included.Concat(selection.Excluded.Select(value => "-" + value)))
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }

    private static void WriteClip(Utf8JsonWriter json, Clip clip)
    {
        json.WriteString("plan", clip.Plan);
        json.WriteString("anchor", clip.Anchor);
        if (!clip.Hits.IsEmpty)
        {
            json.WriteStartArray("hits");
            foreach (var hit in clip.Hits)
            {
                json.WriteStartArray();
                json.WriteNumberValue(hit.Start);
                json.WriteNumberValue(hit.Length);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteString("words", clip.Words);
        json.WriteString("context", ClipContexts.NameOf(clip.Context));
        Text(json, "aspect", clip.Aspect);
        Text(json, "note", clip.Note);
        if (clip.Search is { } search)
        {
            json.WriteNumber("search", search);
        }
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, ImmutableArray<T> all, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }
}
