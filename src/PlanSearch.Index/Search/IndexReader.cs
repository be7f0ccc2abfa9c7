using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Store;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Segments;
using PlanSearch.Index.Storage;
using CorruptIndexException = PlanSearch.Index.Storage.CorruptIndexException;

namespace PlanSearch.Index.Search;

/// <summary>One generation of an index, open for reading. Never changes; safe for any number of threads.</summary>
/// <remarks>
/// No writer, in whatever process, removes the generation before the reader is disposed of or its process ends. Documents are numbered from
/// 0 in the order they were added, deleted ones left out. The numbers hold for this reader only.
/// </remarks>
public sealed class IndexReader : IDisposable
{
    private readonly GenerationFile _generation;
    private readonly (int Segment, int Document)[] _places;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly ILookup<string, KeptDocument> _kept;

    private readonly IDisposable _hold;
    private ImmutableArray<OpenSegment> _open;

    private IndexReader(GenerationFile generation, ImmutableArray<OpenSegment> open, ImmutableArray<SegmentView> views, IDisposable hold)
    {
        (_generation, _open, _hold) = (generation, open, hold);

        // A segment may be there for what nobody searches.
        ImmutableArray<SegmentView> segments = [.. views.Where(view => view.Live > 0)];
        Segments = segments;
        _kept = views.SelectMany(view => view.Kept, (view, document) => new KeptDocument(view.Segment, document))
            .ToLookup(document => document.Name);
        _places = new (int, int)[segments.Sum(view => view.Live)];
        long length = 0;
        for (var segment = 0; segment < segments.Length; segment++)
        {
            for (var document = 0; document < segments[segment].Segment.DocumentCount; document++)
            {
                if (segments[segment].NumberOf(document) is >= 0 and var number)
                {
                    _places[number] = (segment, document);
                    _numbers[segments[segment].Segment.Key(document)] = number;
                    length += Length(number);
                    RecordCount += segments[segment].Segment.FirstRecord(document + 1) - segments[segment].Segment.FirstRecord(document);
                }
            }
        }

        AverageRecordLength = RecordCount == 0 ? 1 : Math.Max(1, (double)length / RecordCount);
    }

    /// <summary>The generation's number, from 1.</summary>
    public long Generation => _generation.Number;

    /// <summary>The identity of the index: kept over its generations; one that is built anew, or put in its place, has another.</summary>
    public Guid Identity => _generation.Identity;

    /// <summary>What the commit was given.</summary>
    public ReadOnlyMemory<byte> UserData => _generation.UserData;

    /// <summary>The schema the index was begun with.</summary>
    public IndexSchema Schema => _generation.Schema;

    /// <summary>Documents that are searched: not deleted, and not kept.</summary>
    public int DocumentCount => _places.Length;

    /// <summary>Records of those documents.</summary>
    public int RecordCount { get; }

    /// <summary>Their average length in code units; at least 1.</summary>
    internal double AverageRecordLength { get; }

    /// <summary>Those with a document that is searched, in the order of the documents' numbers.</summary>
    internal ImmutableArray<SegmentView> Segments { get; }

    /// <summary>
    /// Opens the newest generation and verifies its files, Lucene's included, each once a process, and again where somebody has changed it.
    /// </summary>
    /// <returns>Null when the directory holds no index.</returns>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    /// <exception cref="ForeignIndexException">Another program's index lies there.</exception>
    public static IndexReader? Open(IndexDirectory directory)
    {
        long tried = 0;
        for (var newest = NewestGeneration(directory); newest > tried; newest = NewestGeneration(directory))
        {
            if (Open(directory, newest) is { } reader)
            {
                return reader;
            }

            // Writers have published so many meanwhile that this one was removed: then there is a newer one.
            tried = newest;
        }

        if (tried > 0)
        {
            throw new IOException(
                $"{directory.Describe(GenerationFile.NameOf(tried))} is held by another program alone, and there is no newer generation.");
        }

        return GenerationFile.Numbers(directory).IsEmpty && CommitStart.ForeignIn(directory) is { } foreign ? throw foreign : null;
    }

    /// <summary>Opens a generation that is still kept, as <see cref="Open(IndexDirectory)"/> does the newest.</summary>
    /// <returns>Null when it is kept no longer, or never was.</returns>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    public static IndexReader? Open(IndexDirectory directory, long generation)
    {
        if (directory.TryHold(GenerationFile.NameOf(generation)) is not { } hold)
        {
            return generation > 0 && GenerationFile.Numbers(directory).IsEmpty && FormerContainer.NewestGeneration(directory) == generation
                ? throw FormerContainer.Refusal(directory, generation)
                : null;
        }

        try
        {
            return OpenHeld(directory, generation, hold);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>The number of the newest generation on disk, to see whether there is a newer one; 0 when there is none.</summary>
    /// <remarks>That of an index of the container before Lucene's too: the next index continues from it.</remarks>
    public static long NewestGeneration(IndexDirectory directory) =>
        GenerationFile.Numbers(directory) is [var newest, ..] ? newest : FormerContainer.NewestGeneration(directory);

    /// <summary>What the document was added under; unique among those that are searched.</summary>
    public string Key(int document)
    {
        var (view, local) = Locate(document);
        return view.Segment.Key(local);
    }

    /// <summary>The number of the document with this key; -1 when there is none.</summary>
    public int Find(string key) => _numbers.GetValueOrDefault(key, -1);

    /// <summary>The documents kept under a name, in the order they were added; none where there is no such name.</summary>
    public IEnumerable<KeptDocument> Kept(string name) => _kept[name];

    /// <summary>A copy of what was stored with the document.</summary>
    public byte[] Stored(int document)
    {
        var (view, local) = Locate(document);
        return view.Segment.Stored(local).ToArray();
    }

    /// <summary>A copy of its first <paramref name="most"/> bytes, fewer where there are not so many.</summary>
    public byte[] Stored(int document, int most)
    {
        var (view, local) = Locate(document);
        var stored = view.Segment.Stored(local);
        return stored[..Math.Min(most, stored.Length)].ToArray();
    }

    /// <summary>Blocks of a document, those set aside included; numbers of blocks are below it.</summary>
    public int BlockCount(int document)
    {
        var (view, local) = Locate(document);
        return view.Segment.FirstBlock(local + 1) - view.Segment.FirstBlock(local);
    }

    /// <summary>The text of a block as it was added.</summary>
    public string ReadBlock(int document, int block)
    {
        var (view, local) = Locate(document);
        return view.Segment.ReadBlock(BlockOf(view, local, block));
    }

    /// <summary>The group of a block on a level, from 0 within the document; -1 for none.</summary>
    public int Level(int document, int block, int level)
    {
        var (view, local) = Locate(document);
        return view.Segment.Group(BlockOf(view, local, block), level);
    }

    /// <summary>The value of a block in a column.</summary>
    public byte Column(int document, int block, int column)
    {
        var (view, local) = Locate(document);
        return view.Segment.Value(BlockOf(view, local, block), column);
    }

    /// <summary>No value of a column is as large as this.</summary>
    public int ValuesOf(int column) => Segments.Select(view => view.Segment.ValuesOf(column)).DefaultIfEmpty(1).Max();

    /// <summary>UTF-16 code units of the document's blocks that are searched.</summary>
    public int Length(int document)
    {
        var (view, local) = Locate(document);
        return view.Segment.Lengths[local];
    }

    /// <summary>Unmaps the files that no other reader has, and lets go of the generation. No call may be under way.</summary>
    public void Dispose()
    {
        _hold.Dispose();
        var open = ImmutableInterlocked.InterlockedExchange(ref _open, []);
        foreach (var segment in open)
        {
            segment.Release();
        }
    }

    /// <summary>The segment of a document, and its number there.</summary>
    internal (SegmentView View, int Document) Locate(int document)
    {
        var (segment, local) = _places[document];
        return (Segments[segment], local);
    }

    /// <summary>The documents of a segment that are deleted in a commit.</summary>
    internal static List<int> DeletedIn(SegmentCommitInfo segment, CommitDirectory directory)
    {
        if (!segment.HasDeletions)
        {
            return [];
        }

        var live = segment.Info.Codec.LiveDocsFormat.ReadLiveDocs(directory, segment, IOContext.READ_ONCE);
        return [.. Enumerable.Range(0, segment.Info.DocCount).Where(document => !live.Get(document))];
    }

    private static IndexReader OpenHeld(IndexDirectory directory, long number, IDisposable hold)
    {
        var generation = GenerationFile.Read(directory, number);
        CommitFiles.Verify(directory, generation);
        var open = ImmutableArray.CreateBuilder<OpenSegment>();
        try
        {
            var views = CommitFiles.Read(
                directory, generation.SegmentsFile, () => Open(new CommitDirectory(directory, generation), generation, open));
            return new IndexReader(generation, open.ToImmutable(), views, hold);
        }
        catch
        {
            foreach (var segment in open)
            {
                segment.Release();
            }

            throw;
        }
    }

    private static ImmutableArray<SegmentView> Open(
        CommitDirectory directory, GenerationFile generation, ImmutableArray<OpenSegment>.Builder open)
    {
        var views = ImmutableArray.CreateBuilder<SegmentView>();
        var commit = new SegmentInfos();
        commit.Read(directory, generation.SegmentsFile);
        var number = 0;
        foreach (var segment in commit.Segments)
        {
            open.Add(OpenSegment.Take(directory, segment.Info.Name, segment.Info.DocCount));
            var view = new SegmentView(open[^1].Reader, DeletedIn(segment, directory), number);
            views.Add(view);
            number += view.Live;
        }

        return views.ToImmutable();
    }

    private static int BlockOf(SegmentView view, int document, int block)
    {
        var first = view.Segment.FirstBlock(document);
        ArgumentOutOfRangeException.ThrowIfNegative(block);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(block, view.Segment.FirstBlock(document + 1) - first);
        return first + block;
    }
}
