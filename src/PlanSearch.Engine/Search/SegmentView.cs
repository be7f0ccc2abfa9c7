namespace PlanSearch.Engine.Search;

/// <summary>A segment as a generation sees it: which of its documents live, and how they are numbered in the reader.</summary>
internal sealed class SegmentView
{
    /// <summary>What <see cref="Records"/> says of a block whose document is deleted.</summary>
    public const int DeletedRecord = -2;

    private readonly int[] _numbers;
    private readonly int[] _locals;
    private readonly int[] _records;
    private readonly int[] _documents;

    /// <summary>A segment without the documents named in <paramref name="deleted"/>, numbered from <paramref name="firstNumber"/> on.</summary>
    public SegmentView(SegmentReader segment, IReadOnlyCollection<int> deleted, int firstNumber)
    {
        Segment = segment;
        FirstNumber = firstNumber;
        _numbers = new int[segment.DocumentCount];
        foreach (var document in deleted)
        {
            _numbers[document] = -1;
        }

        _locals = [.. Enumerable.Range(0, _numbers.Length).Where(document => _numbers[document] == 0)];
        for (var i = 0; i < _locals.Length; i++)
        {
            _numbers[_locals[i]] = firstNumber + i;
        }

        _records = deleted.Count == 0 ? segment.Records : [.. segment.Records];
        _documents = new int[_records.Length];
        for (var document = 0; document < _numbers.Length; document++)
        {
            var (first, end) = (segment.FirstBlock(document), segment.FirstBlock(document + 1));
            _documents.AsSpan(first, end - first).Fill(_numbers[document]);
            if (_numbers[document] < 0)
            {
                _records.AsSpan(first, end - first).Fill(DeletedRecord);
            }
        }
    }

    /// <summary>The segment.</summary>
    public SegmentReader Segment { get; }

    /// <summary>The number in the reader of its first document that lives.</summary>
    public int FirstNumber { get; }

    /// <summary>Documents that are not deleted.</summary>
    public int Live => _locals.Length;

    /// <summary>Record of each block, numbered through the segment; -1 for blocks set aside, <see cref="DeletedRecord"/> for deleted ones.</summary>
    public ReadOnlySpan<int> Records => _records;

    /// <summary>The number in the reader of each block's document; -1 for deleted ones.</summary>
    public ReadOnlySpan<int> Documents => _documents;

    /// <summary>The number in the reader of a document of the segment; -1 when it is deleted.</summary>
    public int NumberOf(int document) => _numbers[document];

    /// <summary>The number in the segment of a document of the reader.</summary>
    public int LocalOf(int number) => _locals[number - FirstNumber];
}
