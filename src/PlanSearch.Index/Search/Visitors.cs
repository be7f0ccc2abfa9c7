using System.Runtime.CompilerServices;
using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search;

/// <summary>Counts mentions and records document by document.</summary>
internal struct CountVisitor(QueryCounts counts, AsideTally aside) : IMentionVisitor
{
    private readonly int[] _mentions = counts.MentionsByDocument;
    private readonly int[] _records = counts.RecordsByDocument;
    private ulong[] _seen = [];
    private int _document;
    private int _record;

    /// <inheritdoc/>
    public void Begin(in VisitedDocument document)
    {
        (_document, _record) = (document.Number, -1);
        var words = (document.Records >> 6) + 1;
        if (words > _seen.Length)
        {
            _seen = new ulong[2 * words];
        }
        else
        {
            _seen.AsSpan(0, words).Clear();
        }

        aside.Begin(document.Number);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mention(in SegmentMention mention)
    {
        _mentions[_document]++;
        if (mention.Record != _record)
        {
            _record = mention.Record;
            ref var word = ref _seen[_record >> 6];
            _records[_document] += (int)(~(word >> _record) & 1);
            word |= 1UL << _record;
        }
    }

    /// <inheritdoc/>
    public readonly void Aside(int combination) => aside.Add(combination);
}

/// <summary>Counts mentions and records document by document, and by the values of columns.</summary>
internal readonly struct FacetVisitor(ColumnTally tally, AsideTally aside) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Begin(in VisitedDocument document)
    {
        tally.Begin(document);
        aside.Begin(document.Number);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mention(in SegmentMention mention) => tally.Add(mention);

    /// <inheritdoc/>
    public void Aside(int combination) => aside.Add(combination);
}

/// <summary>Adds each mention to a list, its places counted within its document and block.</summary>
internal struct ListVisitor(SegmentView view, PooledBuffer<DocumentMention> mentions) : IMentionVisitor
{
    private VisitedDocument _document;

    /// <inheritdoc/>
    public void Begin(in VisitedDocument document) => _document = document;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Mention(in SegmentMention mention)
    {
        var start = mention.Offset - view.StartOf(mention.Block);
        mentions.Add(new DocumentMention(_document.Number, mention.Block - _document.FirstBlock, start, mention.Length, mention.Literal));
    }

    /// <inheritdoc/>
    public readonly void Aside(int combination)
    {
    }
}

/// <summary>Sums the weights of mentions by literal and record.</summary>
/// <param name="weights">By combination of column values.</param>
/// <param name="frequencies">Takes the sums.</param>
internal readonly struct FrequencyVisitor(float[] weights, PartFrequencies frequencies) : IMentionVisitor
{
    /// <inheritdoc/>
    public void Begin(in VisitedDocument document) => frequencies.Begin(document);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mention(in SegmentMention mention) => frequencies.Add(mention, weights[mention.Combination]);

    /// <inheritdoc/>
    public void Aside(int combination)
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
    public void Begin(in VisitedDocument document)
    {
        _first.Begin(document);
        _second.Begin(document);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mention(in SegmentMention mention)
    {
        _first.Mention(mention);
        _second.Mention(mention);
    }

    /// <inheritdoc/>
    public void Aside(int combination)
    {
        _first.Aside(combination);
        _second.Aside(combination);
    }
}

/// <summary>Makes the visitor of each part that sums what is scored, and keeps the sums.</summary>
/// <param name="weighting">What a mention counts.</param>
/// <param name="literals">Literals of the query.</param>
/// <param name="frequencies">Takes the sums of each part.</param>
internal sealed class ScoreVisitors(Bm25Weighting weighting, int literals, PartFrequencies[] frequencies)
{
    /// <summary>Begins new sums for a part, under its number among the parts.</summary>
    public FrequencyVisitor Of(SegmentPart part, int number)
    {
        frequencies[number] = new PartFrequencies(part, literals);
        return new FrequencyVisitor(part.View.Combinations.WeightsOf(weighting), frequencies[number]);
    }
}
