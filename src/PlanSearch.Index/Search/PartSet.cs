using System.Collections.Immutable;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Search;

/// <summary>The parts of a generation that are searched one after the other, or side by side.</summary>
/// <param name="parts">All documents, each in one part.</param>
/// <param name="isSideBySide">Whether all cores take part.</param>
internal sealed class PartSet(ImmutableArray<SegmentPart> parts, bool isSideBySide)
{
    /// <summary>How many parts there are.</summary>
    public int Count => parts.Length;

    /// <summary>The parts of segments that do not answer from spreads.</summary>
    public PartSet Without(SpreadSearch spreads) =>
        spreads.IsEmpty ? this : new PartSet([.. parts.Where(part => !spreads.Covers(part.View))], isSideBySide);

    /// <summary>Searches each part once, by the caller's thread or on all cores; of several errors the first is thrown.</summary>
    /// <param name="search">Searches a part; takes its number too, below <see cref="Count"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public void Run(Action<SegmentPart, int> search, CancellationToken cancellationToken)
    {
        if (!isSideBySide)
        {
            for (var number = 0; number < parts.Length; number++)
            {
                search(parts[number], number);
            }

            return;
        }

        SideBySide.Run(parts.Length, number => search(parts[number], number), cancellationToken);
    }
}
