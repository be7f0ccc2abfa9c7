namespace PlanSearch.Engine.Search;

/// <summary>Counts mentions and records document by document.</summary>
internal readonly struct CountVisitor(SegmentReader segment, QueryCounts counts) : IMentionVisitor
{
    private readonly GroupSet _seen = new(segment.Summary.Records);

    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal)
    {
        counts.MentionsByDocument[document]++;
        counts.RecordsByDocument[document] += _seen.Put(record);
    }

    /// <inheritdoc/>
    public void Aside(int document, int block) => counts.AddAside(document, segment.Column(0)[block]);
}

/// <summary>Counts mentions and records document by document, and by the values of columns.</summary>
internal readonly struct FacetVisitor(SegmentReader segment, FacetTally tally) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal) => tally.Add(document, block, record);

    /// <inheritdoc/>
    public void Aside(int document, int block) => tally.Counts.AddAside(document, segment.Column(0)[block]);
}

/// <summary>Lists mentions.</summary>
internal readonly struct ListVisitor(SegmentView view, ICollection<Mention> mentions) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal)
    {
        var segment = view.Segment;
        var first = segment.FirstBlock(view.LocalOf(document));
        mentions.Add(new Mention(document, block - first, offset - segment.Blocks.StartOf(block), length, literal));
    }

    /// <inheritdoc/>
    public void Aside(int document, int block)
    {
    }
}

/// <summary>Sums the weights of mentions by literal and record.</summary>
internal readonly struct FrequencyVisitor(SegmentReader segment, Bm25Weighting weighting, SegmentFrequencies frequencies) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(int document, int block, int record, int offset, int length, int literal) =>
        frequencies.Add(record, document, literal, (float)weighting.Weights[segment.Column(weighting.Column)[block]]);

    /// <inheritdoc/>
    public void Aside(int document, int block)
    {
    }
}
