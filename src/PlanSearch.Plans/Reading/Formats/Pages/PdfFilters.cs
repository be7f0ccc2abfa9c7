using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>The filters of the library, each held to what a stream of its size may unpack to.</summary>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class PdfFilters(CancellationToken cancellationToken) : IFilterProvider
{
    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Held(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Held(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Held(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Held(IReadOnlyList<IFilter> filters)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. filters.Select(filter => new HeldFilter(filter))];
    }

    private sealed class HeldFilter(IFilter filter) : IFilter
    {
        private const int FreeBytes = 1 << 20;
        private const int MaxRatio = 10;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var most = Math.Max(FreeBytes, (long)input.Length * MaxRatio);
            var decoded = Inflates(input.Span, most) ? filter.Decode(input, streamDictionary, filterProvider, filterIndex) : throw TooLarge();
            return decoded.Length <= most ? decoded : throw TooLarge();
        }

        private static RefusedFileException TooLarge() => new(new ReadFailure(ReadFailureCode.Unsafe, "PDF 中有一段内容解开后过大，疑为压缩炸弹，没有读取。"));

        /// <summary>Whether what is packed as zlib unpacks within the bound, seen without keeping it; whatever is packed otherwise cannot grow so.</summary>
        private static bool Inflates(ReadOnlySpan<byte> input, long most)
        {
            if (!input.StartsWith((byte)0x78))
            {
                return true;
            }

            using var source = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            var length = 0L;
            try
            {
                for (int read; length <= most && (read = source.Read(buffer)) > 0;)
                {
                    length += read;
                }
            }
            catch (InvalidDataException)
            {
                // Cut off or changed: the library takes what comes before, and so do we.
            }

            return length <= most;
        }
    }
}
