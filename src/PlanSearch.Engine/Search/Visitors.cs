namespace PlanSearch.Engine.Search;

/// <summary>Counts mentions and records document by document.</summary>
internal readonly struct CountVisitor(SegmentPart part, QueryCounts counts, AsideTally aside) : IMentionVisitor
{
    private readonly GroupSet _seen = new(part.Records);
    private readonly int _firstRecord = part.FirstRecord;
    private readonly int[] _mentions = counts.MentionsByDocument;
    private readonly int[] _records = counts.RecordsByDocument;

    /// <inheritdoc/>
    public void Mention(in SegmentMention mention)
    {
        _mentions[mention.Document]++;
        _records[mention.Document] += _seen.Put(mention.Record - _firstRecord);
    }

    /// <inheritdoc/>
    public void Aside(int document, int combination) => aside.Add(document, combination);
}

/// <summary>Counts mentions and records document by document, and by the values of columns.</summary>
internal readonly struct FacetVisitor(FacetTally tally, AsideTally aside) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(in SegmentMention mention) => tally.Add(mention);

    /// <inheritdoc/>
    public void Aside(int document, int combination) => aside.Add(document, combination);
}

/// <summary>Lists mentions.</summary>
internal struct ListVisitor(SegmentView view, PooledBuffer<Mention> mentions) : IMentionVisitor
{
    private int _document = -1;
    private int _firstBlock;

    /// <inheritdoc/>
    public void Mention(in SegmentMention mention)
    {
        if (mention.Document != _document)
        {
            _document = mention.Document;
            _firstBlock = view.FirstBlockOf(_document);
        }

        var start = mention.Offset - view.StartOf(mention.Block);
        mentions.Add(new Mention(_document, mention.Block - _firstBlock, start, mention.Length, mention.Literal));
    }

    /// <inheritdoc/>
    public readonly void Aside(int document, int combination)
    {
    }
}

/// <summary>Sums the weights of mentions by literal and record.</summary>
/// <param name="weights">By combination of column values.</param>
/// <param name="frequencies">Takes the sums.</param>
internal readonly struct FrequencyVisitor(float[] weights, PartFrequencies frequencies) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Mention(in SegmentMention mention) => frequencies.Add(mention, weights[mention.Combination]);

    /// <inheritdoc/>
    public void Aside(int document, int combination)
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
    public void Mention(in SegmentMention mention)
    {
        _first.Mention(mention);
        _second.Mention(mention);
    }

    /// <inheritdoc/>
    public void Aside(int document, int combination)
    {
        _first.Aside(document, combination);
        _second.Aside(document, combination);
    }
}

/// <summary>Makes the visitor of each part that sums what is scored, and keeps the sums.</summary>
/// <param name="weighting">What a mention counts.</param>
/// <param name="literals">Literals of the query.</param>
/// <param name="frequencies">Takes the sums of each part.</param>
internal sealed class ScoreVisitors(Bm25Weighting weighting, int literals, PartFrequencies[] frequencies)
{
    /// <summary>The visitor of a part.</summary>
    public FrequencyVisitor Of(SegmentPart part, int number)
    {
        var combinations = part.View.Combinations;
        float[] weights = [.. Enumerable.Range(0, combinations.Count).Select(combination => (float)weighting.Weights[combinations.Value(combination, weighting.Column)])];
        return new FrequencyVisitor(weights, frequencies[number] = new PartFrequencies(part, literals));
    }
}
