using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Ranking;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Hits;

/// <summary>The records of one plan that an inquiry found, with their mentions.</summary>
internal sealed class PlanRecords
{
    private readonly CountedInquiry _inquiry;
    private readonly string _query;
    private readonly PlanText _plan;

    // As the plan reads; and the record of each, side by side: a record's are found by looking through them.
    private readonly Mention[] _mentions;
    private readonly int[] _records;

    /// <param name="inquiry">The inquiry.</param>
    /// <param name="entry">The plan.</param>
    /// <param name="query">What the links of the inquiry share: <see cref="PlanPermalink.QueryOf"/>.</param>
    /// <param name="mentions">Its mentions in the plan.</param>
    private PlanRecords(CountedInquiry inquiry, PlanEntry entry, string query, Mention[] mentions)
    {
        (_inquiry, _query, _plan) = (inquiry, query, new PlanText(inquiry.View.Snapshot, entry));
        _mentions = mentions;
        _records = Array.ConvertAll(_mentions, mention => _plan.Plan.Blocks[mention.Block].Record);
    }

    /// <summary>The records found in some plans, plan by plan in the order they are named in.</summary>
    public static IReadOnlyList<PlanRecords> Of(CountedInquiry inquiry, IReadOnlyList<int> plans)
    {
        var query = PlanPermalink.QueryOf(inquiry.Request);
        return [.. plans.Zip(
            inquiry.MentionsOf(plans), (plan, mentions) => new PlanRecords(inquiry, inquiry.View.Entries[plan], query, mentions))];
    }

    /// <summary>The numbers of the records with mentions, as the plan reads.</summary>
    public IEnumerable<int> Numbers => _records.Distinct().Order();

    /// <summary>The same, those with most mentions first; equal ones as the plan reads.</summary>
    public IEnumerable<int> MostMentionsFirst =>
        _records.CountBy(record => record)
            .OrderByDescending(record => record.Value)
            .ThenBy(record => record.Key)
            .Select(record => record.Key);

    /// <summary>A record as an answer to the question of the inquiry: its best paragraph is shown first.</summary>
    /// <param name="record">One of <see cref="Numbers"/>.</param>
    /// <param name="score">How well it answers.</param>
    public RecordHit Answer(int record, SectionScore score) => Hit(record, score.Value, RecordHit.MaxPassages, score.BestBlock) with
    {
        Answers = HitWords.Of(_inquiry.Question!, score),
    };

    /// <summary>A record with every mention in its passages, in the order that they had.</summary>
    public RecordHit Whole(RecordHit hit) => Hit(hit.Record, hit.Score, int.MaxValue, _plan.Find(hit.Passages[0].Anchor)!.Value.Block) with
    {
        Answers = hit.Answers,
    };

    /// <param name="record">One of <see cref="Numbers"/>.</param>
    /// <param name="score">Its score, where the order is by relevance.</param>
    /// <param name="mostPassages">How many passages of it are shown at most.</param>
    /// <param name="firstBlock">The block whose passages are shown first; the others as the plan reads.</param>
    public RecordHit Hit(int record, double? score, int mostPassages = RecordHit.MaxPassages, int firstBlock = -1)
    {
        var mentions = MentionsOf(record);
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var more = 0;
        foreach (var ofBlock in RangesOf(mentions, firstBlock))
        {
            var before = passages.Count;
            PassageCutter.Add(_plan, mentions[ofBlock], passages, mostPassages);
            more += passages.Count == before ? 1 : 0;
        }

        var first = FirstBlock(record);
        var citations = PlanCitation.AllOfRecord(_plan.Plan, record, first, _plan.BlockText);
        return new RecordHit
        {
            Plan = _plan.Plan.Id,
            Kind = KindOf(_plan.Plan.Records[record].Kind),
            Record = record,
            Place = _plan.PlaceOf(first, 0),
            Mentions = mentions.Length,
            Score = score,
            Why = WhyOf(mentions, score),
            Passages = passages.ToImmutable(),
            MorePassages = more,
            MoreMentions = mentions.Length - passages.Sum(passage => passage.Marks.Length),
            Citation = citations.Official,
            Citations = new OtherStyles(citations.Short, citations.Reference),
            Nearest = mentions[0].Block == mentions[^1].Block
                ? PlanCitation.All(_plan.Plan, mentions[0].Block, _plan.BlockText)
                : citations,
            Anchor = _plan.AnchorOf(first),
            Permalink = PlanPermalink.To(_plan.Plan.Id, _query, _plan.AnchorOf(first), null),
        };
    }

    // The mentions block by block, those of one block first.
    private static List<Range> RangesOf(ReadOnlySpan<Mention> mentions, int firstBlock)
    {
        var ranges = new List<Range>();
        for (var start = 0; start < mentions.Length;)
        {
            var end = start + 1;
            while (end < mentions.Length && mentions[end].Block == mentions[start].Block)
            {
                end++;
            }

            ranges.Insert(mentions[start].Block == firstBlock ? 0 : ranges.Count, start..end);
            start = end;
        }

        return ranges;
    }

    private ReadOnlySpan<Mention> MentionsOf(int record)
    {
        var mentions = new List<Mention>();
        for (var at = Array.IndexOf(_records, record); at >= 0; at = Array.IndexOf(_records, record, at + 1))
        {
            mentions.Add(_mentions[at]);
        }

        return CollectionsMarshal.AsSpan(mentions);
    }

    private string? WhyOf(ReadOnlySpan<Mention> mentions, double? score) =>
        _inquiry.IsRanked ? null
        : score is { } known ? WhyHere.ByRelevance(_plan.Plan, mentions, known)
        : _inquiry.Request.Order == SearchOrder.Density ? WhyHere.ByDensity(_plan.Entry, _mentions.Length, mentions.Length)
        : null;

    // What a record is called begins it: its heading, the title of its box, the caption or first row of its table. Only what is before
    // the first heading of a plan, or a table whose first block is another's, must be looked for.
    private int FirstBlock(int record)
    {
        var blocks = _plan.Plan.Blocks;
        var (_, node, box, table) = _plan.Plan.Records[record];
        var named = box >= 0
            ? _plan.Plan.Boxes[box].FirstBlock
            : table >= 0 ? _plan.Plan.Tables[table].FirstBlock : _plan.Plan.Nodes[node].Block;
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
