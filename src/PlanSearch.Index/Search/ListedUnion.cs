using System.Buffers;
using System.Runtime.InteropServices;
using PlanSearch.Index.Port;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search;

/// <summary>
/// Any of several words, counted and scored from their lists: what <see cref="UnionSearch"/> finds, without walking every occurrence.
/// </summary>
internal sealed class ListedUnion
{
    private readonly SegmentPart _part;
    private readonly ListedRecords[] _all;

    // What of it is not taken, as it overlaps other words.
    private readonly ListedRecords[] _dropped;
    private readonly int[] _containing;

    /// <param name="part">Where.</param>
    /// <param name="literals">The words.</param>
    /// <param name="overlaps">Which of them can overlap.</param>
    /// <param name="lists">Their lists.</param>
    /// <param name="weights">What a mention counts, by combination of column values.</param>
    public ListedUnion(
        SegmentPart part, IReadOnlyList<LiteralQuery> literals, WordOverlaps overlaps, ReadOnlyMemory<LiteralList> lists, float[] weights)
    {
        _part = part;
        (_all, _dropped, _containing) = (new ListedRecords[literals.Count], new ListedRecords[literals.Count], new int[literals.Count]);
        var dropped = overlaps.Dropped(literal => lists.Span[literal].OffsetsIn(part));
        for (var literal = 0; literal < _all.Length; literal++)
        {
            _all[literal] = lists.Span[literal].RecordsIn(part);
            if (dropped[literal] is { } overlapping)
            {
                _dropped[literal] = ListedRecords.Of(
                    part.View, CollectionsMarshal.AsSpan(overlapping), literals[literal].Text.Length, weights);
            }

            _containing[literal] = Containing(_all[literal], _dropped[literal]);
        }
    }

    /// <summary>How many records hold a literal.</summary>
    public int Containing(int literal) => _containing[literal];

    /// <summary>Counts mentions and records, document by document, and what is set aside.</summary>
    /// <param name="counts">Takes the counts; no other part adds to the same documents.</param>
    public void Count(QueryCounts counts)
    {
        var mentions = ArrayPool<int>.Shared.Rent(_part.EndRecord - _part.FirstRecord);
        mentions.AsSpan(0, _part.EndRecord - _part.FirstRecord).Clear();
        for (var literal = 0; literal < _all.Length; literal++)
        {
            Add(mentions, _all[literal], 1);
            Add(mentions, _dropped[literal], -1);
        }

        var view = _part.View;
        for (var local = _part.First; local < _part.End; local++)
        {
            if (view.NumberOf(local) is >= 0 and var number)
            {
                var (first, end) = (view.Segment.FirstRecord(local), view.Segment.FirstRecord(local + 1));
                foreach (var found in mentions.AsSpan(first - _part.FirstRecord, end - first))
                {
                    counts.MentionsByDocument[number] += found;
                    counts.RecordsByDocument[number] += found > 0 ? 1 : 0;
                }
            }
        }

        ArrayPool<int>.Shared.Return(mentions);
        CountAside(counts);
    }

    /// <summary>Offers the records with a score that may be among the best.</summary>
    /// <param name="scorer">The scores.</param>
    /// <param name="scales">By literal, see <see cref="Bm25.Scale"/>.</param>
    /// <param name="ranks">By document of the reader; those below 0 take no part.</param>
    /// <param name="best">Takes them.</param>
    public void Score(Bm25Scorer scorer, double[] scales, IReadOnlyList<int> ranks, BestRecords best)
    {
        var count = _part.EndRecord - _part.FirstRecord;
        var (scores, dampings) = (ArrayPool<double>.Shared.Rent(count), ArrayPool<double>.Shared.Rent(count));
        scores.AsSpan(0, count).Clear();
        scorer.DampingsOf(_part, dampings);
        for (var literal = 0; literal < _all.Length; literal++)
        {
            Score(literal, scales[literal], dampings, scores);
        }

        Offer(scores, ranks, best);
        ArrayPool<double>.Shared.Return(scores);
        ArrayPool<double>.Shared.Return(dampings);
    }

    private static int Containing(ListedRecords all, ListedRecords dropped)
    {
        var (containing, place) = (all.Records.Length, 0);
        for (var at = 0; at < dropped.Records.Length; at++)
        {
            place = Sorted.FirstFrom(all.Records.Span, dropped.Records.Span[at], place);
            containing -= all.Mentions.Span[place] == dropped.Mentions.Span[at] ? 1 : 0;
        }

        return containing;
    }

    private void Score(int literal, double scale, ReadOnlySpan<double> dampings, Span<double> scores)
    {
        var (first, dropped, next) = (_part.FirstRecord, _dropped[literal], 0);
        var nextDropped = dropped.Records.IsEmpty ? int.MaxValue : dropped.Records.Span[0];
        ReadOnlySpan<int> records = _all[literal].Records.Span;
        ReadOnlySpan<float> frequencies = _all[literal].Frequencies.Span[..records.Length];
        for (var at = 0; at < records.Length; at++)
        {
            var (record, frequency) = (records[at], frequencies[at]);
            if (record == nextDropped)
            {
                // Sums of weights are exact, so that this one is too, and 0 where nothing is left.
                frequency -= dropped.Frequencies.Span[next++];
                nextDropped = next < dropped.Records.Length ? dropped.Records.Span[next] : int.MaxValue;
            }

            scores[record - first] += Bm25.Saturated(scale, frequency, dampings[record - first]);
        }
    }

    private void Offer(ReadOnlySpan<double> scores, IReadOnlyList<int> ranks, BestRecords best)
    {
        for (var local = _part.First; local < _part.End; local++)
        {
            var number = _part.View.NumberOf(local);
            if (number < 0 || ranks[number] < 0)
            {
                continue;
            }

            var (first, end) = (_part.View.Segment.FirstRecord(local), _part.View.Segment.FirstRecord(local + 1));
            for (var record = first; record < end; record++)
            {
                // Each share is above 0: a record without a mention has none.
                if (scores[record - _part.FirstRecord] is > 0 and var score && score >= best.Least)
                {
                    best.Offer(new DocumentRecord(number, record - first, score));
                }
            }
        }
    }

    private void Add(Span<int> mentions, ListedRecords found, int times)
    {
        var first = _part.FirstRecord;
        ReadOnlySpan<int> records = found.Records.Span;
        ReadOnlySpan<int> ofRecords = found.Mentions.Span[..records.Length];
        for (var at = 0; at < records.Length; at++)
        {
            mentions[records[at] - first] += times * ofRecords[at];
        }
    }

    private void CountAside(QueryCounts counts)
    {
        var found = new int[AsideTexts.Count(_part.End - _part.First)];
        for (var literal = 0; literal < _all.Length; literal++)
        {
            foreach (var text in _all[literal].Aside.Span)
            {
                found[text - AsideTexts.Count(_part.First)]++;
            }

            foreach (var text in _dropped[literal].Aside.Span)
            {
                found[text - AsideTexts.Count(_part.First)]--;
            }
        }

        var aside = new List<AsideCount>();
        for (var text = 0; text < found.Length; text++)
        {
            if (found[text] > 0)
            {
                var (local, value) = (_part.First + (text / AsideTexts.Count(1)), text % AsideTexts.Count(1));
                aside.Add(new AsideCount(_part.View.NumberOf(local), value, found[text]));
            }
        }

        counts.AddAside(CollectionsMarshal.AsSpan(aside));
    }
}
