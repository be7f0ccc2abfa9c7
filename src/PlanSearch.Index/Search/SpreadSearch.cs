using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanSearch.Index.Format;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search;

/// <summary>Answers for one of the commonest terms from its spreads, in those segments that have one: its list is not read.</summary>
internal sealed class SpreadSearch
{
    private readonly ImmutableArray<(SegmentView View, int List)> _lists;

    /// <summary>Covers nothing.</summary>
    public static SpreadSearch None { get; } = new([]);

    private SpreadSearch(ImmutableArray<(SegmentView View, int List)> lists) => _lists = lists;

    /// <summary>The segments of which nothing has to be read.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="query">The query.</param>
    /// <param name="filter">Which blocks take part: a spread holds for all of them alone.</param>
    /// <param name="weighting">What the best records are scored with; null when none are wanted.</param>
    public static SpreadSearch Of(IReadOnlyList<SegmentView> segments, Query query, BlockFilter filter, Bm25Weighting? weighting)
    {
        if (!filter.IsAll || DictionaryTotals.TermOf(query) is not { } term)
        {
            return None;
        }

        return new SpreadSearch(
        [
            .. segments
                .Where(view => weighting is null || view.Segment.Spreads.IsWeightedBy(weighting))
                .Select(view => (View: view, List: ListOf(view.Segment.Dictionary, term)))
                .Where(place => place.View.Segment.Spreads.Has(place.List)),
        ]);
    }

    /// <summary>Whether no segment answers from here.</summary>
    public bool IsEmpty => _lists.IsEmpty;

    /// <summary>Whether the answers for a segment come from here.</summary>
    public bool Covers(SegmentView view) => _lists.Any(place => ReferenceEquals(place.View, view));

    /// <summary>Adds the counts of all documents in these segments.</summary>
    /// <param name="counts">Takes them.</param>
    /// <param name="columns">The columns of the schema that are counted, as <see cref="QueryCounts.ByColumn"/> lists them.</param>
    public void AddTo(QueryCounts counts, IReadOnlyList<int> columns)
    {
        foreach (var (view, list) in _lists)
        {
            CountSums(view, list, counts);
            if (columns.Count > 0)
            {
                CountColumns(view, list, counts, columns);
            }
        }
    }

    /// <summary>How many records of these segments hold the term, by counts that were added to.</summary>
    public int RecordsOf(QueryCounts counts)
    {
        var records = 0;
        foreach (var (view, _) in _lists)
        {
            foreach (var ofDocument in counts.RecordsByDocument.AsSpan(view.FirstNumber, view.Live))
            {
                records += ofDocument;
            }
        }

        return records;
    }

    /// <summary>The documents with a record, each with the highest score that one of them can have.</summary>
    /// <param name="highest">
    /// The score of a record with a weighted frequency and a length: it rises with the one and falls with the other.
    /// </param>
    public IEnumerable<(SegmentView View, int Local, double Bound)> Bounds(Func<float, int, double> highest)
    {
        var bounds = new List<(SegmentView, int, double)>();
        foreach (var (view, list) in _lists)
        {
            var sums = view.Segment.Spreads.Sums(list);
            for (var document = 0; document < view.Segment.DocumentCount; document++)
            {
                sums.Next();
                var bound = 0.0;
                while (sums.NextPair(out var frequency, out var length))
                {
                    bound = Math.Max(bound, highest(frequency, length));
                }

                if (sums.Mentions > 0)
                {
                    bounds.Add((view, document, bound));
                }
            }
        }

        return bounds;
    }

    private static int ListOf(TermDictionary dictionary, string folded)
    {
        var (first, last) = (dictionary.Rank(folded[0]), dictionary.Rank(folded[^1]));
        return first < 0 || last < 0 ? -1
            : folded.Length == 1 ? dictionary.UnitList(first)
            : dictionary.Find(first, last);
    }

    private static void CountSums(SegmentView view, int list, QueryCounts counts)
    {
        var found = new List<AsideCount>();
        var sums = view.Segment.Spreads.Sums(list);
        for (var document = 0; document < view.Segment.DocumentCount; document++)
        {
            sums.Next();
            if (view.NumberOf(document) is not (>= 0 and var number))
            {
                continue;
            }

            counts.MentionsByDocument[number] = sums.Mentions;
            counts.RecordsByDocument[number] = sums.Records;
            while (sums.NextAside(out var value, out var count))
            {
                found.Add(new AsideCount(number, value, count));
            }
        }

        counts.AddAside(CollectionsMarshal.AsSpan(found));
    }

    private static void CountColumns(SegmentView view, int list, QueryCounts counts, IReadOnlyList<int> columns)
    {
        var takers = new ColumnCounts[view.Segment.Schema.Columns.Length][];
        for (var column = 0; column < takers.Length; column++)
        {
            takers[column] = [.. counts.ByColumn.Where((_, rank) => columns[rank] == column)];
        }

        var bytes = view.Segment.Spreads.Columns(list);
        var at = 0;
        for (var document = 0; document < view.Segment.DocumentCount; document++)
        {
            var number = view.NumberOf(document);
            foreach (var column in takers)
            {
                for (var values = Varint.Read(bytes, ref at); values > 0; values--)
                {
                    var (value, mentions, records) = (Varint.Read(bytes, ref at), Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));
                    foreach (var taker in number >= 0 ? column : [])
                    {
                        taker.Add(number, value, mentions, records);
                    }
                }
            }
        }
    }
}
