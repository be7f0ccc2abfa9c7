using System.Text;

namespace PlanSearch.Index.Format;

/// <summary>Which documents of a segment are kept, and under what names. FORMAT.md, "Segment".</summary>
internal static class KeptDocuments
{
    /// <summary>Writes the section.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="names">By document: the name it is kept under; null for one that is searched.</param>
    public static void Write(IndexFileWriter file, IReadOnlyList<string?> names)
    {
        var bytes = new List<byte>();
        var last = -1;
        for (var document = 0; document < names.Count; document++)
        {
            if (names[document] is { } name)
            {
                var text = Encoding.UTF8.GetBytes(name);
                Varint.Write(bytes, document - last - 1);
                Varint.Write(bytes, text.Length);
                bytes.AddRange(text);
                last = document;
            }
        }

        file.Begin(SectionTag.Kept);
        file.Write([.. bytes]);
    }

    /// <summary>Reads the section.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="documents">How many there are.</param>
    /// <returns>By document, as they were written.</returns>
    /// <exception cref="Storage.CorruptIndexException">It names a document that there is not, or a name does not end within it.</exception>
    public static string?[] Read(IndexFileReader file, int documents)
    {
        var bytes = file.Section(SectionTag.Kept);
        var names = new string?[documents];
        var (at, last) = (0, -1L);
        while (at < bytes.Length)
        {
            var begin = at;
            last += Varint.Read(bytes, ref at) + 1L;
            var length = Varint.Read(bytes, ref at);
            if (last >= documents || length <= 0 || length > bytes.Length - at)
            {
                throw file.Damage(SectionTag.Kept, begin, $"document {last} of {documents} kept under a name of {length} bytes");
            }

            names[last] = Encoding.UTF8.GetString(bytes.Slice(at, length));
            at += length;
        }

        return names;
    }
}
