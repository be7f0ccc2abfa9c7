using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Indexing;

/// <summary>A segment that takes no more documents and is written by a thread of its own, while its writer gathers the next one.</summary>
/// <param name="builder">Its documents; nobody else touches them any more.</param>
/// <param name="segment">What the writer knows of it.</param>
/// <param name="directory">Where it goes.</param>
internal sealed class FullSegment(SegmentBuilder builder, LiveSegment segment, IndexDirectory directory)
{
    private Task? _writing;

    /// <summary>What the writer knows of it.</summary>
    public LiveSegment Segment => segment;

    /// <summary>Begins to write the file.</summary>
    public void Begin() => _writing = Task.Run(Write);

    /// <summary>Waits until the file is on the disk. After a fault, which is told once, the next call writes it again.</summary>
    /// <exception cref="IndexWriteException">It cannot be written.</exception>
    public void Finish()
    {
        if (_writing is null)
        {
            Begin();
        }

        var writing = _writing!;
        _writing = null;
        writing.GetAwaiter().GetResult();
    }

    /// <summary>Waits until nothing is being written, whatever came of it: for a writer that abandons it.</summary>
    public void Settle() =>
        (_writing ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();

    private void Write() => directory.Publish(segment.FileName, stream => SegmentWriter.Write(builder, stream, segment.Entry.Id));
}
