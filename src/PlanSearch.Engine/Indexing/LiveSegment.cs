using System.Collections.Immutable;
using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Indexing;

/// <summary>A segment in the hands of the writer: what is deleted in it, published and not yet.</summary>
/// <remarks>Not safe for threads; the writer's lock guards it.</remarks>
/// <param name="id">Its number; its file is named by it.</param>
internal sealed class LiveSegment(ulong id)
{
    // A document's stored bytes may be more than its text: so many of them count as one code unit, and a full segment's stay below 2^31.
    private const int StoredBytesPerUnit = 16;

    private readonly List<int> _weights = [];

    /// <summary>The name of its file.</summary>
    public string FileName => Entry.FileName;

    /// <summary>As the last generation names it; without deletions while none does.</summary>
    public ManifestSegment Entry { get; private set; } = new(id, []);

    /// <summary>Whether a generation names it.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Deleted documents, those included that no generation knows of yet.</summary>
    public SortedSet<int> Deleted { get; } = [];

    /// <summary>Documents, deleted ones included.</summary>
    public int Count => _weights.Count;

    /// <summary>What its documents weigh together.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing in it lives.</summary>
    public bool IsDead => Deleted.Count == _weights.Count;

    /// <summary>Whether nothing in it lives in the last generation.</summary>
    public bool IsDeadAsPublished => Entry.Deleted.Length == _weights.Count;

    /// <summary>Its size in the last generation.</summary>
    public SegmentSize Size => new(Length, Entry.Deleted.Sum(document => _weights[document]));

    /// <summary>What a document counts toward the length of a segment.</summary>
    public static int Weigh(int textLength, int storedBytes) => Math.Max(textLength, storedBytes / StoredBytesPerUnit);

    /// <summary>Adds a document of some weight.</summary>
    /// <returns>Its number.</returns>
    public int Add(int weight)
    {
        _weights.Add(weight);
        Length += weight;
        return _weights.Count - 1;
    }

    /// <summary>How the next generation would name it.</summary>
    public ManifestSegment NextEntry => Entry with { Deleted = [.. Deleted] };

    /// <summary>A generation names it so.</summary>
    public void Publish(ManifestSegment entry) => (Entry, IsPublished) = (entry, true);

    /// <summary>The deletions that a generation names and those after it, for a segment that is read or made anew.</summary>
    public void Delete(ImmutableArray<int> published, IEnumerable<int> all)
    {
        Entry = Entry with { Deleted = published };
        Deleted.UnionWith(published);
        Deleted.UnionWith(all);
    }
}
