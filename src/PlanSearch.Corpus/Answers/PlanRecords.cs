using System.Collections.Immutable;
using PlanSearch.Corpus.Citations;
using PlanSearch.Engine.Search;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Answers;

/// <summary>The records of one plan that an inquiry found, with their mentions.</summary>
internal sealed class PlanRecords
{
    private readonly Inquiry _inquiry;
    private readonly PlanText _plan;
    private readonly SortedDictionary<int, List<Mention>> _mentions = [];

    private PlanRecords(Inquiry inquiry, PlanEntry entry, ReadOnlySpan<Mention> mentions)
    {
        (_inquiry, _plan) = (inquiry, new PlanText(inquiry.View.Snapshot, entry));
        foreach (var mention in mentions)
        {
            var record = _plan.Plan.Blocks[mention.Block].Record;
            if (!_mentions.TryGetValue(record, out var ofRecord))
            {
                _mentions.Add(record, ofRecord = []);
            }

            ofRecord.Add(mention);
        }
    }

    /// <summary>The records found in some plans, plan by plan in the order they are named in.</summary>
    public static IReadOnlyList<PlanRecords> Of(Inquiry inquiry, IReadOnlyList<int> plans, CancellationToken cancellationToken)
    {
        var records = new List<PlanRecords>(plans.Count);
        var view = inquiry.View;
        view.Snapshot.Mentions(
            inquiry.EngineQuery,
            inquiry.Filters.Blocks,
            plans,
            mentions => records.Add(new PlanRecords(inquiry, view.Entries[plans[records.Count]], mentions)),
            cancellationToken);
        return records;
    }

    /// <summary>The numbers of the records with mentions, as the plan reads.</summary>
    public IEnumerable<int> Numbers => _mentions.Keys;

    /// <summary>The same, those with most mentions first; equal ones as the plan reads.</summary>
    public IEnumerable<int> MostMentionsFirst => _mentions.OrderByDescending(record => record.Value.Count).Select(record => record.Key);

    /// <param name="record">One of <see cref="Numbers"/>.</param>
    /// <param name="score">Its score, where the order is by relevance.</param>
    public RecordHit Hit(int record, double? score)
    {
        var mentions = _mentions[record];
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var more = 0;
        for (var start = 0; start < mentions.Count;)
        {
            var end = start + 1;
            while (end < mentions.Count && mentions[end].Block == mentions[start].Block)
            {
                end++;
            }

            if (passages.Count < RecordHit.MaxPassages)
            {
                passages.Add(PassageCutter.Cut(_plan, mentions.GetRange(start, end - start)));
            }
            else
            {
                more++;
            }

            start = end;
        }

        var first = FirstBlock(record);
        var citations = PlanCitation.AllOfRecord(_plan.Plan, record);
        return new RecordHit
        {
            Plan = _plan.Entry.Summary,
            Kind = KindOf(_plan.Plan.Records[record].Kind),
            Record = record,
            Place = _plan.PlaceOf(first, 0),
            Mentions = mentions.Count,
            Score = score,
            Why = WhyOf(mentions, score),
            Passages = passages.ToImmutable(),
            MorePassages = more,
            Citation = citations.Official,
            Citations = citations,
            Permalink = PlanPermalink.To(_plan.Plan.Id, _inquiry.Request, _plan.AnchorOf(first), null),
        };
    }

    private string? WhyOf(List<Mention> mentions, double? score) =>
        score is { } known ? WhyHere.ByRelevance(_plan.Plan, mentions, known)
        : _inquiry.Request.Order == SearchOrder.Density ? WhyHere.ByDensity(_inquiry, _plan.Entry, mentions.Count)
        : null;

    // What a record is called begins it: its heading, the title of its box, the caption or first row of its table. Only what stands before
    // the first heading of a plan, or a table whose first block is another's, must be looked for.
    private int FirstBlock(int record)
    {
        var blocks = _plan.Plan.Blocks;
        var (_, node, box, table) = _plan.Plan.Records[record];
        var named = box >= 0 ? _plan.Plan.Boxes[box].FirstBlock : table >= 0 ? _plan.Plan.Tables[table].FirstBlock : _plan.Plan.Nodes[node].Block;
        if (named >= 0 && blocks[named].Record == record)
        {
            return named;
        }

        for (var block = 0; block < blocks.Length; block++)
        {
            if (blocks[block].Record == record)
            {
                return block;
            }
        }

        throw new ArgumentException($"Plan {_plan.Plan.Id} has no block in record {record}.", nameof(record));
    }

    private static string KindOf(RecordKind kind) => kind switch
    {
        RecordKind.Section => "section",
        RecordKind.Box => "box",
        RecordKind.Table => "table",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of record."),
    };
}
