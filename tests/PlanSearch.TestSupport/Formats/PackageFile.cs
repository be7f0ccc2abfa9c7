using System.IO.Compression;
using System.Text;

namespace PlanSearch.TestSupport.Formats;

/// <summary>Writes packages part by part, as no word processor would.</summary>
public static class PackageFile
{
    /// <summary>The bytes of an archive with these entries, in this order.</summary>
    public static byte[] Of(params IReadOnlyList<(string Name, string Text)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
