using PlanSearch.Index.Format;
using PlanSearch.Index.Segments;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Codec;

/// <summary>
/// A segment whose tables are in memory, once in a process, whoever reads it: a new generation shares those that it has in common with the
/// one before.
/// </summary>
internal sealed class OpenSegment
{
    private static readonly Lock s_gate = new();
    private static readonly Dictionary<(object Place, string Name, ulong Id), OpenSegment> s_open = [];

    private readonly (object Place, string Name, ulong Id) _key;
    private int _references;

    private OpenSegment((object Place, string Name, ulong Id) key, SegmentReader reader) => (_key, Reader) = (key, reader);

    /// <summary>Shared by all who have taken it; usable until the last of them releases it.</summary>
    public SegmentReader Reader { get; }

    /// <summary>Opens a segment, or takes the one that is open; the caller releases it.</summary>
    /// <remarks>
    /// Lucene gives a name again after a commit that did not come to its end: so the random id in the file's header belongs to what makes
    /// it the same.
    /// </remarks>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    public static OpenSegment Take(CommitDirectory directory, string name, int documents)
    {
        var fileName = SegmentFormat.FileNameOf(name);
        var file = IndexFileReader.Open(directory.Files, fileName, IndexFileKind.Segment, verify: false);
        var key = (directory.Files.Place, fileName, file.Id);
        lock (s_gate)
        {
            if (s_open.TryGetValue(key, out var segment))
            {
                file.Dispose();
            }
            else
            {
                s_open[key] = segment = new OpenSegment(key, SegmentReader.Open(file, directory.Schema));
            }

            segment._references++;
            if (segment.Reader.DocumentCount == documents)
            {
                return segment;
            }

            segment.Release();
            throw new CorruptIndexException(
                directory.Files.Describe(fileName), -1, $"{segment.Reader.DocumentCount} documents where Lucene has {documents}");
        }
    }

    /// <summary>Lets go of it; the last one closes the file.</summary>
    public void Release()
    {
        lock (s_gate)
        {
            if (--_references == 0)
            {
                s_open.Remove(_key);
                Reader.Dispose();
            }
        }
    }
}
