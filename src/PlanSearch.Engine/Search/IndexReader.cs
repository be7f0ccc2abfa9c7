using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Search;

/// <summary>One generation of an index, open for reading. Never changes; safe for any number of threads.</summary>
/// <remarks>Documents are numbered from 0 in the order they were added, deleted ones left out. The numbers hold for this reader only.</remarks>
public sealed class IndexReader : IDisposable
{
    private IndexReader()
    {
    }

    /// <summary>Opens the newest valid generation and verifies its files, each once per process.</summary>
    /// <returns>Null when the directory holds no index.</returns>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    public static IndexReader? Open(IndexDirectory directory) => throw new NotSupportedException();

    /// <summary>The number of the newest generation on disk, to see whether there is a newer one; 0 when there is none.</summary>
    public static long NewestGeneration(IndexDirectory directory) => throw new NotSupportedException();

    /// <summary>The generation's number, from 1.</summary>
    public long Generation => throw new NotSupportedException();

    /// <summary>What the commit was given.</summary>
    public ReadOnlyMemory<byte> UserData => throw new NotSupportedException();

    /// <summary>The schema the index was begun with.</summary>
    public IndexSchema Schema => throw new NotSupportedException();

    /// <summary>Documents that are not deleted.</summary>
    public int DocumentCount => throw new NotSupportedException();

    /// <summary>The key of a document.</summary>
    public string Key(int document) => throw new NotSupportedException();

    /// <summary>The number of the document with this key; -1 when there is none.</summary>
    public int Find(string key) => throw new NotSupportedException();

    /// <summary>A copy of what was stored with the document.</summary>
    public byte[] Stored(int document) => throw new NotSupportedException();

    /// <summary>Blocks of a document.</summary>
    public int BlockCount(int document) => throw new NotSupportedException();

    /// <summary>The text of a block as it was added.</summary>
    public string ReadBlock(int document, int block) => throw new NotSupportedException();

    /// <summary>The group of a block on a level, from 0 within the document; -1 for none.</summary>
    public int Level(int document, int block, int level) => throw new NotSupportedException();

    /// <summary>The value of a block in a column.</summary>
    public byte Column(int document, int block, int column) => throw new NotSupportedException();

    /// <summary>UTF-16 code units of the document's blocks that are searched.</summary>
    public int Length(int document) => throw new NotSupportedException();

    /// <summary>Unmaps the files. No call may be under way.</summary>
    public void Dispose()
    {
    }
}
