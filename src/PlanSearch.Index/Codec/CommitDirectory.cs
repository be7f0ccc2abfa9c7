using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Store;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Codec;

/// <summary>The index as Lucene sees it: every file it writes, syncs and deletes goes through an <see cref="IndexDirectory"/>.</summary>
/// <remarks>
/// <c>segments.gen</c>, Lucene's hint which commit is the newest, is never written: the files of the generations say so. Lucene locks
/// nothing: whoever made this object to write holds <see cref="IndexDirectory.Lock"/>, which excludes other processes too, before Lucene
/// looks at a file.
/// </remarks>
internal sealed class CommitDirectory : BaseDirectory
{
    private readonly IReadOnlyCollection<string>? _names;
    private readonly ConcurrentDictionary<string, CommitFile> _sums = [];
    private readonly ConcurrentDictionary<string, bool> _unsynced = [];

    /// <summary>Sees every file of a directory, whichever generation has it.</summary>
    /// <param name="files">The directory.</param>
    /// <param name="schema">Levels and columns of the segments.</param>
    public CommitDirectory(IndexDirectory files, IndexSchema schema)
    {
        EngineCodec.Register();
        (Files, Schema) = (files, schema);
        SetLockFactory(NoLockFactory.GetNoLockFactory());
    }

    /// <summary>The files of one generation: whatever else lies there is not seen.</summary>
    public CommitDirectory(IndexDirectory files, GenerationFile generation)
        : this(files, generation.Schema)
    {
        _names = [.. generation.Files.Select(file => file.Name)];
    }

    /// <summary>Where the files lie.</summary>
    public IndexDirectory Files { get; }

    /// <summary>Levels and columns of the segments.</summary>
    public IndexSchema Schema { get; }

    /// <summary>The directory that Lucene has wrapped.</summary>
    public static CommitDirectory Of(Lucene.Net.Store.Directory directory)
    {
        while (directory is FilterDirectory filter)
        {
            directory = filter.Delegate;
        }

        return (CommitDirectory)directory;
    }

    /// <summary>Takes over the lengths and checksums that a generation states.</summary>
    public void Know(GenerationFile generation)
    {
        foreach (var file in generation.Files)
        {
            _sums[file.Name] = file;
        }
    }

    /// <summary>Length and checksum of a file: as it was written or as a generation states them, else read.</summary>
    public CommitFile Sum(string name) => _sums.GetOrAdd(name, CommitFiles.Sum, Files);

    /// <summary>The files of a commit as a generation states them, its <c>segments_N</c> first.</summary>
    /// <param name="segmentsFile">The <c>segments_N</c>.</param>
    /// <param name="names">All its files, with it or without.</param>
    public ImmutableArray<CommitFile> Sums(string segmentsFile, IEnumerable<string> names) =>
        [Sum(segmentsFile), .. names.Where(name => name != segmentsFile).Order(StringComparer.Ordinal).Select(Sum)];

    /// <inheritdoc/>
    public override string[] ListAll() => [.. _names ?? Files.List()];

    /// <inheritdoc/>
    [Obsolete("Lucene's own is obsolete.")]
    public override bool FileExists(string name) => ListAll().Contains(name);

    /// <inheritdoc/>
    public override long FileLength(string name) => Files.Length(name);

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        if (name == IndexFileNames.SEGMENTS_GEN)
        {
            return;
        }

        _unsynced.TryRemove(name, out _);
        _sums.TryRemove(name, out _);
        Write(name, Files.Delete);
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        if (name == IndexFileNames.SEGMENTS_GEN)
        {
            return new CommitOutput(Stream.Null, name, this);
        }

        _unsynced[name] = true;
        _sums.TryRemove(name, out _);
        Stream? stream = null;
        Write(name, created => stream = Files.Create(created));
        return new CommitOutput(stream!, name, this);
    }

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        string[] due = [.. names.Where(_unsynced.ContainsKey)];
        if (due.Length == 0)
        {
            return;
        }

        Write(due[0], _ =>
        {
            Files.Sync(due);
            Files.SyncDirectory();
        });
        foreach (var name in due)
        {
            _unsynced.TryRemove(name, out _);
        }
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context) =>
        name == IndexFileNames.SEGMENTS_GEN ? throw new FileNotFoundException(null, name) : new CommitInput(name, Files.Open(name));

    /// <inheritdoc/>
    public override string ToString() => Files.Describe("");

    /// <summary>Does something that changes a file; a fault says which.</summary>
    /// <exception cref="IndexWriteException">It cannot be done.</exception>
    internal void Write(string name, Action<string> change) => Files.Change(name, change);

    /// <summary>Remembers length and checksum of a file that is complete, for the generation to name.</summary>
    internal void Written(CommitFile file) => _sums[file.Name] = file;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => IsOpen = false;
}
