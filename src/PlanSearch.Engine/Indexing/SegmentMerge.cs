using System.Collections.Immutable;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Indexing;

/// <summary>One merge: the living documents of some published segments, written as one new segment.</summary>
/// <remarks>
/// <see cref="Write"/> reads only what never changes: files, and the deletions published when the merge was made; so it runs beside everything else.
/// What was deleted meanwhile is carried over by <see cref="Finish"/>, under the writer's lock.
/// </remarks>
internal sealed class SegmentMerge
{
    private readonly ImmutableArray<(LiveSegment Segment, ImmutableArray<int> Deleted)> _sources;
    private readonly List<(string Key, LiveSegment Segment, int Document)> _origins = [];
    private readonly IDisposable _hold;

    /// <summary>A merge of <paramref name="sources"/> into a segment with the number <paramref name="id"/>.</summary>
    /// <param name="id">The number.</param>
    /// <param name="sources">Segments of the newest generation.</param>
    /// <param name="hold">Keeps that generation: commits meanwhile may drop segments that are being read. Let go of once they have been.</param>
    public SegmentMerge(ulong id, IEnumerable<LiveSegment> sources, IDisposable hold)
    {
        _hold = hold;
        _sources = [.. sources.Select(segment => (segment, segment.Entry.Deleted))];
        Result = new LiveSegment(id);
    }

    /// <summary>The new segment.</summary>
    public LiveSegment Result { get; }

    /// <summary>Whether a segment is among those merged.</summary>
    public bool Replaces(LiveSegment segment) => _sources.Any(source => source.Segment == segment);

    /// <summary>Writes the new segment's file, synced; no generation names it yet.</summary>
    public void Write(IndexDirectory directory, IndexSchema schema)
    {
        using var hold = _hold;
        var builder = new SegmentBuilder(schema);
        foreach (var (segment, deleted) in _sources)
        {
            // Verified when the writer opened it, or written by the writer itself.
            using var reader = SegmentReader.Open(directory, segment.FileName, schema, verify: false);
            for (var document = 0; document < reader.DocumentCount; document++)
            {
                if (deleted.BinarySearch(document) < 0)
                {
                    var added = reader.ReadDocument(document);
                    builder.Add(added);
                    Result.Add(LiveSegment.Weigh(SegmentBuilder.LengthOf(added), added.Stored.Length));
                    _origins.Add((added.Key, segment, document));
                }
            }
        }

        directory.Publish(Result.FileName, stream => SegmentWriter.Write(builder, stream, Result.Entry.Id));
    }

    /// <summary>Deletes in the new segment what was deleted in the old ones meanwhile, and tells where each key stands now.</summary>
    /// <param name="moved">Called with key, old place and new place of each document that lives.</param>
    public void Finish(Action<string, (LiveSegment Segment, int Document), (LiveSegment Segment, int Document)> moved)
    {
        var published = ImmutableArray.CreateBuilder<int>();
        var all = new List<int>();
        var deletedBySource = _sources.ToDictionary(source => source.Segment, source => source.Segment.Entry.Deleted.ToHashSet());
        for (var document = 0; document < _origins.Count; document++)
        {
            var (key, segment, old) = _origins[document];
            if (deletedBySource[segment].Contains(old))
            {
                published.Add(document);
            }

            if (segment.Deleted.Contains(old))
            {
                all.Add(document);
            }
            else
            {
                moved(key, (segment, old), (Result, document));
            }
        }

        Result.Delete(published.ToImmutable(), all);
    }
}
