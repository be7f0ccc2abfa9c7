using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Cuts a search into parts for all cores, where it is large enough to be worth the threads.</summary>
/// <param name="reader">The generation.</param>
/// <param name="limits">How large.</param>
internal sealed class SearchParts(IndexReader reader, PartLimits limits)
{
    private readonly ImmutableArray<SegmentPart> _wholes = [.. reader.Segments.Select(view => new SegmentPart(view, 0, view.Segment.DocumentCount, IsShared: false))];
    private readonly ImmutableArray<SegmentPart> _parts = [.. reader.Segments.SelectMany(view => Cut(view, limits.PartLength))];

    /// <summary>The parts of a query: whole segments for a small one.</summary>
    public ImmutableArray<SegmentPart> Of(Query query) => Places(query) >= limits.WorthThreads ? _parts : _wholes;

    /// <summary>Runs a search of each part, side by side when there are more than the segments.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="search">Searches a part; by its number in <paramref name="parts"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static void Run(ImmutableArray<SegmentPart> parts, Action<SegmentPart, int> search, CancellationToken cancellationToken)
    {
        if (parts.Length == 0 || !parts[0].IsShared)
        {
            for (var number = 0; number < parts.Length; number++)
            {
                search(parts[number], number);
            }

            return;
        }

        try
        {
            Parallel.For(
                0,
                parts.Length,
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
                number => search(parts[number], number));
        }
        catch (AggregateException several)
        {
            // As if one thread had searched: what went wrong first.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private static IEnumerable<SegmentPart> Cut(SegmentView view, int length)
    {
        var segment = view.Segment;
        var first = 0;
        for (var document = 1; document <= segment.DocumentCount; document++)
        {
            if (document == segment.DocumentCount || segment.TextStart(document) - segment.TextStart(first) >= length)
            {
                yield return new SegmentPart(view, first, document, IsShared: true);
                first = document;
            }
        }
    }

    /// <summary>At how many places the lists of a query's rarest bigrams say it may stand.</summary>
    private long Places(Query query)
    {
        var places = 0L;
        foreach (var literal in query.Literals)
        {
            foreach (var view in reader.Segments)
            {
                places += new PostingsSearch(view.Segment, new FoldedLiteral(view.Segment, literal.Text)).Places;
            }
        }

        return places;
    }
}

/// <summary>When a search is cut, and into what.</summary>
/// <param name="PartLength">Code units of text in a part, at least.</param>
/// <param name="WorthThreads">With fewer places to look at, a search ends before a second thread is awake.</param>
internal sealed record PartLimits(int PartLength, int WorthThreads)
{
    /// <summary>Sixteen megabytes of text; some hundred microseconds of work.</summary>
    public static PartLimits Default { get; } = new(1 << 23, Environment.ProcessorCount > 1 ? 4096 : int.MaxValue);
}
