namespace PlanSearch.Engine.Search;

/// <summary>Counts mentions and records document by document.</summary>
internal readonly struct CountVisitor(SegmentReader segment, QueryCounts counts) : IMentionVisitor
{
    private readonly GroupSet _seen = new(segment.Summary.Records);

    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal)
    {
        counts.MentionsByDocument[document]++;
        if (_seen.Add(record))
        {
            counts.RecordsByDocument[document]++;
        }
    }

    /// <inheritdoc/>
    public void Aside(int document, int block) => counts.AsideByDocument[document, segment.Column(0)[block]]++;
}

/// <summary>Counts mentions and records by the value of a column.</summary>
internal readonly struct ColumnVisitor(SegmentReader segment, int column, ColumnCounts counts) : IMentionVisitor
{
    private readonly ulong[] _seen = new ulong[segment.Summary.Records];

    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal)
    {
        var value = segment.Column(column)[block];
        counts.Mentions[document, value]++;
        if ((_seen[record] >> value & 1) == 0)
        {
            _seen[record] |= 1UL << value;
            counts.Records[document, value]++;
        }
    }

    /// <inheritdoc/>
    public void Aside(int document, int block)
    {
    }
}

/// <summary>Lists mentions.</summary>
internal readonly struct ListVisitor(SegmentReader segment, int firstBlock, ICollection<Mention> mentions) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal) =>
        mentions.Add(new Mention(document, block - firstBlock, offset - segment.Blocks.StartOf(block), length, literal));

    /// <inheritdoc/>
    public void Aside(int document, int block)
    {
    }
}

/// <summary>Sums the weights of mentions by literal and record.</summary>
internal readonly struct FrequencyVisitor(SegmentReader segment, Bm25Weighting weighting, float[][] frequencies, int[] documents) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal)
    {
        frequencies[literal][record] += (float)weighting.Weights[segment.Column(weighting.Column)[block]];
        documents[record] = document;
    }

    /// <inheritdoc/>
    public void Aside(int document, int block)
    {
    }
}
