using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search;

/// <summary>Cuts a search into parts for all cores, where it is large enough to be worth the threads.</summary>
/// <param name="reader">The generation.</param>
/// <param name="limits">How large.</param>
internal sealed class SearchParts(IndexReader reader, PartLimits limits)
{
    private readonly PartSet _wholes = new(
        [.. reader.Segments.Select(view => new SegmentPart(view, 0, view.Segment.DocumentCount))], isSideBySide: false);
    private readonly PartSet _parts = new([.. reader.Segments.SelectMany(view => Cut(view, limits.PartLength))], isSideBySide: true);

    /// <summary>The parts of a query: whole segments for a small one.</summary>
    public PartSet Of(PreparedQuery query) => query.Places >= limits.WorthThreads ? _parts : _wholes;

    /// <summary>The same without the segments that answer from spreads.</summary>
    public PartSet Of(PreparedQuery query, SpreadSearch spreads) => Of(query).Without(spreads);

    private static IEnumerable<SegmentPart> Cut(SegmentView view, int length)
    {
        var segment = view.Segment;
        var first = 0;
        for (var document = 1; document <= segment.DocumentCount; document++)
        {
            if (document == segment.DocumentCount || segment.TextStart(document) - segment.TextStart(first) >= length)
            {
                yield return new SegmentPart(view, first, document);
                first = document;
            }
        }
    }
}

/// <summary>When a search is cut, and into what.</summary>
/// <param name="PartLength">Code units of text in a part, at least.</param>
/// <param name="WorthThreads">With fewer places to look at, a search ends before a second thread is awake.</param>
internal sealed record PartLimits(int PartLength, int WorthThreads)
{
    /// <summary>Eight megabytes of text; and places that take some ten microseconds.</summary>
    public static PartLimits Default { get; } = new(1 << 22, Environment.ProcessorCount > 1 ? 512 : int.MaxValue);
}
