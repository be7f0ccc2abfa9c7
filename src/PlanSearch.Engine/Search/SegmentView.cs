namespace PlanSearch.Engine.Search;

/// <summary>A segment as a generation sees it: which of its documents live, and how they are numbered in the reader.</summary>
internal sealed class SegmentView
{
    private readonly int[] _numbers;

    /// <summary>A segment without the documents named in <paramref name="deleted"/>, numbered from <paramref name="firstNumber"/> on.</summary>
    public SegmentView(SegmentReader segment, IReadOnlyCollection<int> deleted, int firstNumber)
    {
        Segment = segment;
        _numbers = new int[segment.DocumentCount];
        foreach (var document in deleted)
        {
            _numbers[document] = -1;
        }

        var number = firstNumber;
        for (var document = 0; document < _numbers.Length; document++)
        {
            _numbers[document] = _numbers[document] < 0 ? -1 : number++;
        }

        Live = number - firstNumber;
    }

    /// <summary>The segment.</summary>
    public SegmentReader Segment { get; }

    /// <summary>Documents that are not deleted.</summary>
    public int Live { get; }

    /// <summary>The number in the reader of a document of the segment; -1 when it is deleted.</summary>
    public int NumberOf(int document) => _numbers[document];
}
