using System.Collections.Immutable;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Segments;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search;

/// <summary>The lists of the words that were asked for last: questions share most of theirs. Safe for any number of threads.</summary>
/// <param name="weighting">What a mention counts in them.</param>
internal sealed class LiteralLists(Bm25Weighting weighting)
{
    /// <summary>
    /// Lists take so large a part of the memory that the process may have, but no more than 64 MiB: those of the thousand words of a hundred
    /// questions over a thousand plans.
    /// </summary>
    private const int KeptPart = 64, MostKept = 64 << 20;

    private readonly LastUsed<(SegmentView, LiteralQuery), LiteralList> _lists = new(list => list.Size, NumbersKept());

    /// <summary>What a mention counts in them.</summary>
    public Bm25Weighting Weighting => weighting;

    /// <summary>
    /// Whether scores are made of the same weights; and sums of them are exact, so that one can be taken away again.
    /// </summary>
    public bool AreWeighted(Bm25Weighting wanted) =>
        wanted.IsExact && wanted.Column == weighting.Column && wanted.Weights.SequenceEqual(weighting.Weights);

    /// <summary>The lists of some literals in some segments.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="literals">The literals.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>By segment, then by literal.</returns>
    public LiteralList[] Of(
        IReadOnlyList<SegmentView> segments, IReadOnlyList<LiteralQuery> literals, CancellationToken cancellationToken)
    {
        var lists = Known(segments, literals);
        int[] missing = [.. Enumerable.Range(0, lists.Length).Where(at => lists[at] is null)];
        if (missing.Length > 0)
        {
            ImmutableArray<float[]> weights = [.. segments.Select(view => view.Combinations.WeightsOf(weighting))];
            SideBySide.Run(
                missing.Length,
                number =>
                {
                    var (segment, literal) = (missing[number] / literals.Count, literals[missing[number] % literals.Count]);
                    lists[missing[number]] = _lists.Keep(
                        (segments[segment], literal), LiteralList.Of(segments[segment], literal, weights[segment]));
                },
                cancellationToken);
        }

        return lists!;
    }

    /// <summary>The same where all of them are there by now; else null.</summary>
    public LiteralList[]? Find(IReadOnlyList<SegmentView> segments, IReadOnlyList<LiteralQuery> literals) =>
        Known(segments, literals) is var lists && Array.IndexOf(lists, null) < 0 ? lists as LiteralList[] : null;

    private LiteralList?[] Known(IReadOnlyList<SegmentView> segments, IReadOnlyList<LiteralQuery> literals) =>
        [.. segments.SelectMany(_ => literals, (view, literal) => _lists.Find((view, literal)))];

    private static int NumbersKept() =>
        (int)(Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / KeptPart, MostKept) / sizeof(int));
}
