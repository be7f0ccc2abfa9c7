using System.Security.Cryptography;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using PlanSearch.Index.Building;

namespace PlanSearch.Index.Codec;

/// <summary>
/// Takes the documents of one segment, as they are added or from the segments that are merged, and writes them as one file.
/// </summary>
/// <remarks>
/// What it throws makes Lucene drop every document of the segment: so a document is looked at before Lucene gets it
/// (<see cref="SegmentBuilder.Validate"/>), and a writer that met a fault takes no more.
/// </remarks>
internal sealed class SegmentFieldsWriter : StoredFieldsWriter
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly string _name;
    private readonly IOContext _context;
    private readonly Action _flushing;
    private readonly SegmentBuilder _builder;

    public SegmentFieldsWriter(Lucene.Net.Store.Directory directory, string name, IOContext context, Action flushing)
    {
        (_directory, _name, _context, _flushing) = (directory, name, context, flushing);
        _builder = new SegmentBuilder(CommitDirectory.Of(directory).Schema);
    }

    /// <inheritdoc/>
    public override void StartDocument(int numStoredFields)
    {
    }

    /// <inheritdoc/>
    public override void WriteField(FieldInfo info, IIndexableField field) => _builder.Add(((DocumentField)field).Document);

    /// <inheritdoc/>
    public override void Abort() => CommitDirectory.Of(_directory).Files.Discard(_name);

    /// <inheritdoc/>
    public override void Finish(FieldInfos fis, int numDocs)
    {
        _flushing();
        Write(numDocs);
    }

    private void Write(int numDocs)
    {
        if (_builder.Documents.Count != numDocs)
        {
            throw new InvalidOperationException($"{_name}: {_builder.Documents.Count} documents where Lucene has {numDocs}.");
        }

        using var output = (CommitOutput)_directory.CreateOutput(_name, _context);
        using var stream = new OutputStream(output);
        SegmentWriter.Write(_builder, stream, BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));
    }

    /// <inheritdoc/>
    public override int Merge(MergeState mergeState)
    {
        foreach (var reader in mergeState.Readers)
        {
            if (reader is not SegmentReader { FieldsReader: SegmentFieldsReader fields })
            {
                throw new InvalidOperationException($"{_name}: {reader} is no segment of this index.");
            }

            var segment = fields.Take();
            try
            {
                for (var document = 0; document < reader.MaxDoc; document++)
                {
                    if (reader.LiveDocs is not { } live || live.Get(document))
                    {
                        _builder.Add(segment.Reader.ReadDocument(document));
                    }
                }
            }
            finally
            {
                segment.Release();
            }
        }

        Write(_builder.Documents.Count);
        return _builder.Documents.Count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    private sealed class OutputStream(CommitOutput output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => output.Write(buffer);
    }
}
