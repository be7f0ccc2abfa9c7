using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Cuts a search into parts for all cores, where it is large enough to be worth the threads.</summary>
internal static class SearchParts
{
    /// <summary>Code units of text in a part.</summary>
    private const int PartLength = 1 << 23;

    /// <summary>With fewer places to look at, a search ends before a second thread is awake.</summary>
    private const int WorthThreads = 4096;

    /// <summary>The parts of a query: whole segments for a small one.</summary>
    public static ImmutableArray<SegmentPart> Of(IndexReader reader, Query query) =>
        Environment.ProcessorCount > 1 && Places(reader, query) >= WorthThreads ? reader.Parts : reader.Wholes;

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

    /// <summary>A segment as one part.</summary>
    public static SegmentPart Whole(SegmentView view) => new(view, 0, view.Segment.DocumentCount, IsShared: false);

    /// <summary>A segment in parts of about <see cref="PartLength"/>.</summary>
    public static IEnumerable<SegmentPart> Cut(SegmentView view)
    {
        var segment = view.Segment;
        var first = 0;
        for (var document = 1; document <= segment.DocumentCount; document++)
        {
            if (document == segment.DocumentCount || segment.TextStart(document) - segment.TextStart(first) >= PartLength)
            {
                yield return new SegmentPart(view, first, document, IsShared: true);
                first = document;
            }
        }
    }

    /// <summary>At how many places the lists of a query's rarest bigrams say it may stand.</summary>
    private static long Places(IndexReader reader, Query query)
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
