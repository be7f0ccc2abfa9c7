using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search.Parts;

/// <summary>In which records a literal is, and how often. Never changes.</summary>
/// <param name="Records">The records by their numbers in the segment, rising, each once.</param>
/// <param name="Frequencies">The weights of its mentions in each, summed.</param>
/// <param name="Mentions">How many mentions each has.</param>
/// <param name="Aside">
/// Occurrences in blocks set aside, by <see cref="AsideTexts"/>, rising; one that has several is there as often.
/// </param>
internal readonly record struct ListedRecords(
    ReadOnlyMemory<int> Records, ReadOnlyMemory<float> Frequencies, ReadOnlyMemory<int> Mentions, ReadOnlyMemory<int> Aside)
{
    /// <summary>Numbers that it holds.</summary>
    public int Size => (3 * Records.Length) + Aside.Length;

    /// <summary>Those of some occurrences of a segment.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="offsets">Where they begin, rising.</param>
    /// <param name="length">Code units of each.</param>
    /// <param name="weights">What a mention counts, by combination of column values.</param>
    public static ListedRecords Of(SegmentView view, ReadOnlySpan<int> offsets, int length, float[] weights)
    {
        var visitor = new RecordVisitor(view, weights, offsets.Length);
        SegmentPart.VisitFound(view, offsets, length, ref visitor);
        return visitor.ToList();
    }

    /// <summary>The same in no more memory than it takes.</summary>
    public ListedRecords Trimmed() => new(Records.ToArray(), Frequencies.ToArray(), Mentions.ToArray(), Aside.ToArray());

    /// <summary>Those of a part of the segment.</summary>
    public ListedRecords In(SegmentPart part)
    {
        var (first, end) = Sorted.Range(Records.Span, part.FirstRecord, part.EndRecord);
        var (firstAside, endAside) = Sorted.Range(Aside.Span, AsideTexts.Count(part.First), AsideTexts.Count(part.End));
        return new ListedRecords(Records[first..end], Frequencies[first..end], Mentions[first..end], Aside[firstAside..endAside]);
    }
}
