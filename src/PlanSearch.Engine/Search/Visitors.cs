namespace PlanSearch.Engine.Search;

/// <summary>Counts mentions and records document by document.</summary>
internal readonly struct CountVisitor(SegmentPart part, QueryCounts counts, AsideTally aside) : IMentionVisitor
{
    private readonly GroupSet _seen = new(part.Records);
    private readonly int _firstRecord = part.FirstRecord;
    private readonly int[] _mentions = counts.MentionsByDocument;
    private readonly int[] _records = counts.RecordsByDocument;

    /// <inheritdoc/>
    public void Mention(in BlockEntry entry, int block, int offset, int length, int literal)
    {
        _mentions[entry.Document]++;
        _records[entry.Document] += _seen.Put(entry.Record - _firstRecord);
    }

    /// <inheritdoc/>
    public void Aside(in BlockEntry entry) => aside.Add(entry);
}

/// <summary>Counts mentions and records document by document, and by the values of columns.</summary>
internal readonly struct FacetVisitor(FacetTally tally, AsideTally aside) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(in BlockEntry entry, int block, int offset, int length, int literal) => tally.Add(entry);

    /// <inheritdoc/>
    public void Aside(in BlockEntry entry) => aside.Add(entry);
}

/// <summary>Lists mentions.</summary>
internal readonly struct ListVisitor(SegmentView view, PooledBuffer<Mention> mentions) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(in BlockEntry entry, int block, int offset, int length, int literal)
    {
        var first = view.FirstBlockOf(entry.Document);
        mentions.Add(new Mention(entry.Document, block - first, offset - view.StartOf(block), length, literal));
    }

    /// <inheritdoc/>
    public void Aside(in BlockEntry entry)
    {
    }
}

/// <summary>Sums the weights of mentions by literal and record.</summary>
internal readonly struct FrequencyVisitor(Bm25Weighting weighting, PartFrequencies frequencies) : IMentionVisitor
{
    private readonly float[] _weights = [.. weighting.Weights.Select(weight => (float)weight)];
    private readonly int _column = weighting.Column;

    /// <inheritdoc/>
    public void Mention(in BlockEntry entry, int block, int offset, int length, int literal) =>
        frequencies.Add(entry, literal, _weights[entry.Value(_column)]);

    /// <inheritdoc/>
    public void Aside(in BlockEntry entry)
    {
    }
}

/// <summary>Hands everything to one visitor, then to another.</summary>
internal struct BothVisitors<TFirst, TSecond>(TFirst first, TSecond second) : IMentionVisitor
    where TFirst : struct, IMentionVisitor
    where TSecond : struct, IMentionVisitor
{
    private TFirst _first = first;
    private TSecond _second = second;

    /// <inheritdoc/>
    public void Mention(in BlockEntry entry, int block, int offset, int length, int literal)
    {
        _first.Mention(entry, block, offset, length, literal);
        _second.Mention(entry, block, offset, length, literal);
    }

    /// <inheritdoc/>
    public void Aside(in BlockEntry entry)
    {
        _first.Aside(entry);
        _second.Aside(entry);
    }
}

/// <summary>Makes the visitor of each part that sums what is scored, and keeps the sums.</summary>
/// <param name="weighting">What a mention counts.</param>
/// <param name="literals">Literals of the query.</param>
/// <param name="frequencies">Takes the sums of each part.</param>
internal sealed class ScoreVisitors(Bm25Weighting weighting, int literals, PartFrequencies[] frequencies)
{
    /// <summary>The visitor of a part.</summary>
    public FrequencyVisitor Of(SegmentPart part, int number) => new(weighting, frequencies[number] = new PartFrequencies(part, literals));
}
