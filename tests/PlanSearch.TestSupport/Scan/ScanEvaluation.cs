using PlanSearch.Engine.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Scan;

/// <summary>What a query finds in one plan, by reading every cell for every part: plainly what the docs of <see cref="Query"/> say.</summary>
internal sealed class ScanEvaluation
{
    private readonly ScanPlan _plan;
    private readonly ScanMatcher _matcher;
    private readonly BlockFilter _filter;
    private int _number;

    private ScanEvaluation(ScanPlan plan, ScanMatcher matcher, BlockFilter filter)
    {
        (_plan, _matcher, _filter) = (plan, matcher, filter);
    }

    /// <summary>The mentions in the records that satisfy the query, in the order of the text.</summary>
    public static List<ScanHit> Mentions(Query query, ScanPlan plan, ScanMatcher matcher, BlockFilter filter)
    {
        var (groups, found) = new ScanEvaluation(plan, matcher, filter).Decide(query, hit => plan.Stored.Blocks[hit.Block].Record);
        return Apart(found.Where(hit => IsSearched(plan, filter, hit) && groups.Contains(plan.Stored.Blocks[hit.Block].Record)));
    }

    /// <summary>What the query's parts find in blocks set aside, where nothing is decided.</summary>
    public static List<ScanHit> Aside(Query query, ScanPlan plan, ScanMatcher matcher)
    {
        var (_, found) = new ScanEvaluation(plan, matcher, BlockFilter.All).Decide(query, hit => plan.Stored.Blocks[hit.Block].Record);
        return Apart(found.Where(hit => plan.Stored.Blocks[hit.Block].Record < 0));
    }

    /// <summary>Leftmost, then longest, then first literal; none overlaps the one before.</summary>
    private static List<ScanHit> Apart(IEnumerable<ScanHit> found)
    {
        var kept = new List<ScanHit>();
        foreach (var hit in found.OrderBy(hit => hit.Block).ThenBy(hit => hit.Start).ThenByDescending(hit => hit.Length).ThenBy(hit => hit.Literal))
        {
            if (kept.Count == 0 || kept[^1].Block != hit.Block || kept[^1].End <= hit.Start)
            {
                kept.Add(hit);
            }
        }

        return kept;
    }

    private static bool IsSearched(ScanPlan plan, BlockFilter filter, ScanHit hit) =>
        plan.Stored.Blocks[hit.Block].Record >= 0 && plan.IsAllowed(hit, filter);

    private (HashSet<int> Groups, List<ScanHit> Found) Decide(Query query, Func<ScanHit, int> groupOf)
    {
        switch (query)
        {
            case AndQuery all:
                var (required, found) = DecideEach(all.Required, groupOf);
                var satisfied = required.Aggregate((left, right) => [.. left.Intersect(right)]);
                var numbered = _number;
                foreach (var part in all.Prohibited)
                {
                    satisfied.ExceptWith(Decide(part, groupOf).Groups);
                }

                _number = numbered;
                return (satisfied, found);
            case OrQuery any:
                var (groups, hits) = DecideEach(any.Parts, groupOf);
                return (groups.Aggregate((left, right) => [.. left.Union(right)]), hits);
            default:
                var inPart = Part(query);
                return ([.. inPart.Where(hit => IsSearched(_plan, _filter, hit)).Select(groupOf).Where(group => group >= 0)], inPart);
        }
    }

    private (List<HashSet<int>> Groups, List<ScanHit> Found) DecideEach(IEnumerable<Query> parts, Func<ScanHit, int> groupOf)
    {
        var (groups, found) = (new List<HashSet<int>>(), new List<ScanHit>());
        foreach (var part in parts)
        {
            var (ofPart, inPart) = Decide(part, groupOf);
            groups.Add(ofPart);
            found.AddRange(inPart);
        }

        return (groups, found);
    }

    private List<ScanHit> Part(Query query)
    {
        switch (query)
        {
            case LiteralQuery literal:
                return Literal(literal, _number++);
            case OutsideQuery outside:
                var inner = Literal(outside.Inner, _number++);
                var longer = outside.Longer.SelectMany(word => Literal(word, 0)).ToList();
                return [.. inner.Where(hit => !longer.Exists(word => word.Block == hit.Block && word.Start <= hit.Start && word.End >= hit.End))];
            case PatternQuery pattern:
                var number = _number++;
                return InCells(cell => _matcher.Spans(pattern, cell), number);
            case NearQuery near:
                var (left, right) = (Part(near.Left), Part(near.Right));
                return [.. left.Where(hit => right.Exists(other => IsNear(hit, other, near.Distance))), .. right.Where(hit => left.Exists(other => IsNear(hit, other, near.Distance)))];
            case ColumnQuery column:
                return [.. Part(column.Inner).Where(hit => (column.Allowed >> _plan.Value(hit, column.Column) & 1) == 1)];
            case OrQuery any:
                return [.. any.Parts.SelectMany(Part)];
            case ScopeQuery scope:
                var (groups, found) = Decide(scope.Inner, hit => GroupOf(scope, hit));
                return [.. found.Where(hit => _plan.Stored.Blocks[hit.Block].Record < 0
                    || (IsSearched(_plan, _filter, hit) && groups.Contains(GroupOf(scope, hit))))];
            default:
                throw new ArgumentException($"{query.GetType().Name} is not known to the scan.", nameof(query));
        }
    }

    private static bool IsNear(ScanHit one, ScanHit other, int distance) => one.Block == other.Block
        && ((other.Start >= one.End && other.Start - one.End <= distance) || (one.Start >= other.End && one.Start - other.End <= distance));

    private int GroupOf(ScopeQuery scope, ScanHit hit) => (scope.Scope, scope.Level) switch
    {
        (Scope.Sentence, _) => SentenceOf(hit),
        (Scope.Block, _) => hit.Block,
        (Scope.Document, _) => 0,
        (_, 0) => _plan.Stored.Blocks[hit.Block].Record,
        (_, 1) => _plan.Stored.Blocks[hit.Block].Node,
        _ => _plan.Stored.Blocks[hit.Block].Box,
    };

    /// <summary>A number no other sentence of the plan has: where it begins, counted through all blocks.</summary>
    private int SentenceOf(ScanHit hit)
    {
        var before = _plan.Texts.Take(hit.Block).Sum(text => text.Length + 1);
        var text = _plan.Texts[hit.Block];
        var start = hit.Start;
        while (start > 0 && text[start - 1] is not ('。' or '！' or '!' or '？' or '?' or '；' or ';' or '\t' or '｡' or '︒' or '﹗' or '︕' or '﹖' or '︖' or '﹔' or '︔'))
        {
            start--;
        }

        return before + start;
    }

    private List<ScanHit> Literal(LiteralQuery literal, int number) =>
        InCells(cell => _matcher.Starts(literal, cell).Select(start => (start, literal.Text.Length)), number);

    private List<ScanHit> InCells(Func<string, IEnumerable<(int Start, int Length)>> find, int number) =>
    [
        .. Enumerable.Range(0, _plan.Texts.Count).SelectMany(block => _plan.Cells(block).SelectMany(
            cell => find(cell.Text).Select(span => new ScanHit(block, cell.Start + span.Start, span.Length, number)))),
    ];
}

/// <summary>A place where a part of a query occurs.</summary>
/// <param name="Block">Number of the block.</param>
/// <param name="Start">Offset in its text.</param>
/// <param name="Length">Code units.</param>
/// <param name="Literal">Rank of the literal.</param>
internal readonly record struct ScanHit(int Block, int Start, int Length, int Literal)
{
    /// <summary>After its last code unit.</summary>
    public int End => Start + Length;
}
