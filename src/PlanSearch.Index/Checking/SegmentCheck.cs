using System.Collections.Immutable;
using PlanSearch.Index.Format;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Segments;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Checking;

/// <summary>Checks one segment: its checksum, then that lists and text say the same.</summary>
internal static class SegmentCheck
{
    /// <summary>Checks a segment and adds what is wrong to the findings.</summary>
    /// <returns>How many offsets were checked.</returns>
    public static long Run(
        IndexDirectory directory,
        string name,
        IndexSchema schema,
        ImmutableArray<string>.Builder findings,
        CancellationToken cancellationToken)
    {
        try
        {
            using var segment = SegmentReader.Open(IndexFileReader.Open(directory, name, IndexFileKind.Segment, verify: true), schema);
            var postings = CheckLists(directory.Describe(name), segment, findings, cancellationToken);
            CheckSpreads(directory.Describe(name), segment, findings, cancellationToken);
            return postings;
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            findings.Add(e.Message);
            return 0;
        }
    }

    private static long CheckLists(
        string name, SegmentReader segment, ImmutableArray<string>.Builder findings, CancellationToken cancellationToken)
    {
        var ranks = Ranks(segment);
        var seen = new GroupSet(segment.Summary.TextLength);
        long postings = 0;
        Span<int> buffer = stackalloc int[GapBlock.Length];
        for (var unit = 0; unit < segment.Dictionary.UnitCount; unit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, end) = segment.Dictionary.BigramsOf(unit);
            for (var bigram = first; bigram < end; bigram++)
            {
                var second = segment.Dictionary.SecondOf(bigram);
                var list = new PostingsReader(segment.Dictionary.Postings, segment.Dictionary.ListOf(bigram), unit == second, buffer);
                var previous = -1;
                for (var offsets = list.NextBlock(); !offsets.IsEmpty; offsets = list.NextBlock())
                {
                    foreach (var offset in offsets)
                    {
                        var fits = offset > previous && offset + 1 < ranks.Length && ranks[offset] == unit && ranks[offset + 1] == second;
                        if (!fits || !seen.Add(offset))
                        {
                            findings.Add($"{name}: the list of bigram {bigram} names offset {offset}, where the text has another");
                            return postings;
                        }

                        previous = offset;
                        postings++;
                    }
                }
            }
        }

        var expected = ranks.LongCount(rank => rank < segment.Dictionary.UnitCount && Fold.IsWordUnit(segment.Dictionary.Unit(rank).Unit));
        if (postings != expected)
        {
            findings.Add($"{name}: {postings} postings for {expected} code units");
        }

        return postings;
    }

    private static void CheckSpreads(
        string name, SegmentReader segment, ImmutableArray<string>.Builder findings, CancellationToken cancellationToken)
    {
        var check = new SpreadCheck(segment);
        foreach (var list in segment.Spreads.Lists)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!check.Holds(list))
            {
                findings.Add($"{name}: the spread of the list at {list} says other than the list");
            }
        }
    }

    /// <summary>Rank of the folded unit at every offset; the separator's is the number of units.</summary>
    private static int[] Ranks(SegmentReader segment)
    {
        var ranks = new int[segment.Summary.TextLength];
        var byCode = segment.FoldedUnits
            .Select(unit => unit == Fold.Separator ? segment.Dictionary.UnitCount : segment.Dictionary.Rank(unit))
            .ToArray();
        var text = segment.Text;
        for (var offset = 0; offset < ranks.Length; offset++)
        {
            ranks[offset] = byCode[text[offset]];
        }

        return ranks;
    }
}
