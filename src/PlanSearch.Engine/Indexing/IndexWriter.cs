using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Indexing;

/// <summary>The one writer of an index: takes documents, publishes generations.</summary>
/// <remarks>
/// One at a time per index, held by a lock file; one thread at a time. Nothing is visible to readers before <see cref="Commit"/>,
/// and a commit is all or nothing. Disposing without a commit abandons what was added.
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private IndexWriter()
    {
    }

    /// <summary>Opens the newest generation for writing, or begins a new index in an empty directory.</summary>
    /// <exception cref="IndexLockedException">Another writer holds the index.</exception>
    /// <exception cref="CorruptIndexException">The newest generation is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options) => throw new NotSupportedException();

    /// <summary>Adds a document; one with the same key, committed or not, is replaced.</summary>
    public void Add(IndexDocument document) => throw new NotSupportedException();

    /// <summary>Removes the document with this key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key) => throw new NotSupportedException();

    /// <summary>Publishes what was added and removed as the next generation, with the caller's own data beside it.</summary>
    /// <param name="userData">Given back by <see cref="Search.IndexReader.UserData"/>, byte for byte.</param>
    /// <returns>The generation's number.</returns>
    public long Commit(ReadOnlyMemory<byte> userData) => throw new NotSupportedException();

    /// <summary>Releases the lock; what was not committed is gone.</summary>
    public void Dispose()
    {
    }
}
