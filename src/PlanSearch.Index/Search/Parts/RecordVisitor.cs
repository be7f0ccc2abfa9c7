using System.Runtime.CompilerServices;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Lists the records that mentions are in.</summary>
/// <param name="view">The segment.</param>
/// <param name="weights">What a mention counts, by combination of column values.</param>
/// <param name="most">No more mentions come.</param>
internal struct RecordVisitor(SegmentView view, float[] weights, int most) : IMentionVisitor
{
    private readonly int[] _records = new int[most];
    private readonly float[] _frequencies = new float[most];
    private readonly int[] _mentions = new int[most];
    private readonly List<int> _aside = [];
    private int _count;

    // Of the document at hand: by record, and which of them have a mention.
    private readonly List<int> _met = [];
    private float[] _frequencyOf = [];
    private int[] _mentionsOf = [];
    private int _firstRecord;
    private int _local;

    /// <inheritdoc/>
    public void Begin(in VisitedDocument document)
    {
        Flush();
        if (document.Number >= 0)
        {
            (_local, _firstRecord) = (view.LocalOf(document.Number), view.FirstRecordOf(document.Number));
        }

        if (document.Records > _mentionsOf.Length)
        {
            (_frequencyOf, _mentionsOf) = (new float[2 * document.Records], new int[2 * document.Records]);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Mention(in SegmentMention mention)
    {
        if (_mentionsOf[mention.Record]++ == 0)
        {
            _met.Add(mention.Record);
        }

        _frequencyOf[mention.Record] += weights[mention.Combination];
    }

    /// <inheritdoc/>
    public readonly void Aside(int combination) => _aside.Add(AsideTexts.Of(view, combination, _local));

    /// <summary>What was listed.</summary>
    public ListedRecords ToList()
    {
        Flush();
        _aside.Sort();
        return new ListedRecords(
            _records.AsMemory(0, _count), _frequencies.AsMemory(0, _count), _mentions.AsMemory(0, _count), _aside.ToArray());
    }

    // A box lies within a section, whose mentions go on behind it: the records of a document are not met in their order.
    private void Flush()
    {
        _met.Sort();
        foreach (var record in _met)
        {
            _records[_count] = _firstRecord + record;
            _frequencies[_count] = _frequencyOf[record];
            _mentions[_count++] = _mentionsOf[record];
            (_frequencyOf[record], _mentionsOf[record]) = (0, 0);
        }

        _met.Clear();
    }
}
