using System.Text.RegularExpressions;
using PlanSearch.Engine.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.Engine.Tests;

/// <summary>Answers queries by reading every block: slow, and plainly what the docs of <see cref="Query"/> say.</summary>
internal sealed class ScanOracle(IReadOnlyList<IndexDocument> documents)
{
    private readonly record struct Found(int Block, int Start, int Length, int Literal)
    {
        public int End => Start + Length;
    }

    /// <summary>What a mention has in a column: the value of a span that holds all of it, else its block's.</summary>
    public static int Value(IndexDocument document, Mention mention, int column)
    {
        var (_, block, start, length, _) = mention;
        foreach (var span in document.Spans)
        {
            if (span.Column == column && span.Block == block && span.Start <= start && span.Start + span.Length >= start + length)
            {
                return span.Value;
            }
        }

        return document.Columns[column][block];
    }

    public IndexDocument Document(int number) => documents[number];

    public List<Mention> Mentions(Query query, BlockFilter filter, int document)
    {
        var one = documents[document];
        var number = 0;
        var (groups, found) = Decide(query, one, filter, occurrence => one.Levels[0][occurrence.Block], ref number);
        return [.. Apart(found.Where(occurrence => IsSearched(one, occurrence, filter) && groups.Contains(one.Levels[0][occurrence.Block])))
            .Select(occurrence => new Mention(document, occurrence.Block, occurrence.Start, occurrence.Length, occurrence.Literal))];
    }

    public int Aside(Query query, int document, int kind)
    {
        var one = documents[document];
        var number = 0;
        var (_, found) = Decide(query, one, BlockFilter.All, occurrence => one.Levels[0][occurrence.Block], ref number);
        return Apart(found.Where(occurrence => one.Levels[0][occurrence.Block] < 0)).Count(occurrence => Value(one, occurrence, 0) == kind);
    }

    public int LongerRuns(Query query, int document) => query.Literals.Distinct().Sum(literal =>
    {
        var one = documents[document];
        int Count(LiteralQuery wanted) => Apart(Literal(wanted, one, 0)).Count;
        return Math.Max(0, Count(literal with { IsOpenAtStart = true, IsOpenAtEnd = true }) - Count(literal));
    });

    private static (HashSet<int> Groups, List<Found> Found) Decide(
        Query query, IndexDocument document, BlockFilter filter, Func<Found, int> groupOf, ref int number)
    {
        switch (query)
        {
            case AndQuery and:
                var (all, inAll) = DecideParts(and.Required, document, filter, groupOf, ref number);
                var groups = all.Aggregate((a, b) => [.. a.Intersect(b)]);
                foreach (var part in and.Prohibited)
                {
                    var ignored = 0;
                    groups.ExceptWith(Decide(part, document, filter, groupOf, ref ignored).Groups);
                }

                return (groups, inAll);
            case OrQuery or:
                var (any, inAny) = DecideParts(or.Parts, document, filter, groupOf, ref number);
                return (any.Aggregate((a, b) => [.. a.Union(b)]), inAny);
            default:
                var found = Part(query, document, filter, ref number);
                return ([.. found.Where(one => IsSearched(document, one, filter)).Select(groupOf).Where(group => group >= 0)], found);
        }
    }

    private static (List<HashSet<int>> Groups, List<Found> Found) DecideParts(
        IEnumerable<Query> parts, IndexDocument document, BlockFilter filter, Func<Found, int> groupOf, ref int number)
    {
        var (groups, found) = (new List<HashSet<int>>(), new List<Found>());
        foreach (var part in parts)
        {
            var (ofPart, inPart) = Decide(part, document, filter, groupOf, ref number);
            groups.Add(ofPart);
            found.AddRange(inPart);
        }

        return (groups, found);
    }

    private static List<Found> Part(Query query, IndexDocument document, BlockFilter filter, ref int number)
    {
        switch (query)
        {
            case LiteralQuery literal:
                return Literal(literal, document, number++);
            case OutsideQuery outside:
                var longer = outside.Longer.SelectMany(word => Literal(word, document, 0)).ToList();
                return [.. Literal(outside.Inner, document, number++).Where(inner =>
                    !longer.Exists(word => word.Block == inner.Block && word.Start <= inner.Start && word.End >= inner.End))];
            case PatternQuery pattern:
                return Pattern(pattern, document, number++);
            case NearQuery near:
                var left = Part(near.Left, document, filter, ref number);
                var right = Part(near.Right, document, filter, ref number);
                bool IsNear(Found a, Found b) => a.Block == b.Block
                    && ((b.Start >= a.End && b.Start - a.End <= near.Distance) || (a.Start >= b.End && a.Start - b.End <= near.Distance));
                return [.. left.Where(a => right.Exists(b => IsNear(a, b))), .. right.Where(b => left.Exists(a => IsNear(a, b)))];
            case ColumnQuery column:
                return [.. Part(column.Inner, document, filter, ref number).Where(one => (column.Allowed >> Value(document, one, column.Column) & 1) == 1)];
            case OrQuery or:
                var union = new List<Found>();
                foreach (var part in or.Parts)
                {
                    union.AddRange(Part(part, document, filter, ref number));
                }

                return union;
            default:
                var scope = (ScopeQuery)query;
                int GroupOf(Found one) => scope.Scope switch
                {
                    Scope.Sentence => (one.Block * 10_000) + SentenceStart(document.Blocks[one.Block], one.Start),
                    Scope.Block => one.Block,
                    Scope.Level => document.Levels[scope.Level][one.Block],
                    _ => 0,
                };
                var (groups, found) = Decide(scope.Inner, document, filter, GroupOf, ref number);
                return [.. found.Where(one => document.Levels[0][one.Block] < 0
                    || (IsSearched(document, one, filter) && groups.Contains(GroupOf(one))))];
        }
    }

    private static int SentenceStart(string block, int start) => Fold.Of(block).AsSpan(0, start).LastIndexOfAny("。!?;" + Fold.Separator) + 1;

    private static bool IsSearched(IndexDocument document, Found found, BlockFilter filter) =>
        document.Levels[0][found.Block] >= 0
        && (filter.IsAll || filter.Allowed.Select((mask, column) => (mask >> Value(document, found, column) & 1) == 1).All(allowed => allowed));

    private static int Value(IndexDocument document, Found found, int column) =>
        Value(document, new Mention(0, found.Block, found.Start, found.Length, 0), column);

    /// <summary>Leftmost, then longest, then first literal; none overlaps the one before.</summary>
    private static List<Found> Apart(IEnumerable<Found> found)
    {
        var kept = new List<Found>();
        foreach (var one in found.OrderBy(one => one.Block).ThenBy(one => one.Start).ThenByDescending(one => one.Length).ThenBy(one => one.Literal))
        {
            if (kept.Count == 0 || kept[^1].Block != one.Block || kept[^1].End <= one.Start)
            {
                kept.Add(one);
            }
        }

        return kept;
    }

    private static List<Found> Literal(LiteralQuery literal, IndexDocument document, int number)
    {
        var found = new List<Found>();
        for (var block = 0; block < document.Blocks.Count; block++)
        {
            var text = literal.IsExact ? document.Blocks[block] : Fold.Of(document.Blocks[block]);
            var wanted = literal.IsExact ? literal.Text : Fold.Of(literal.Text);
            for (var start = 0; start + wanted.Length <= text.Length; start++)
            {
                var isThere = string.CompareOrdinal(text, start, wanted, 0, wanted.Length) == 0;
                if (isThere && (literal.IsExact || IsWhole(text, start, wanted.Length, literal.IsOpenAtStart, literal.IsOpenAtEnd)))
                {
                    found.Add(new Found(block, start, wanted.Length, number));
                }
            }
        }

        return found;
    }

    private static List<Found> Pattern(PatternQuery pattern, IndexDocument document, int number)
    {
        var text = @"\G" + Regex.Escape(Fold.Of(pattern.Fixed[0]));
        for (var i = 0; i < pattern.Gaps.Length; i++)
        {
            text += $@"(?>[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uFFFF]){{{pattern.Gaps[i].Least},{pattern.Gaps[i].Most}}}?" + Regex.Escape(Fold.Of(pattern.Fixed[i + 1]));
        }

        var regex = new Regex(text, RegexOptions.Singleline | RegexOptions.CultureInvariant);
        var found = new List<Found>();
        for (var block = 0; block < document.Blocks.Count; block++)
        {
            var folded = Fold.Of(document.Blocks[block]);
            for (var start = 0; start < folded.Length; start++)
            {
                var match = regex.Match(folded, start);
                if (match.Success && IsWhole(folded, start, match.Length, isOpenAtStart: false, isOpenAtEnd: false))
                {
                    found.Add(new Found(block, start, match.Length, number));
                }
            }
        }

        return found;
    }

    private static bool IsWhole(string text, int start, int length, bool isOpenAtStart, bool isOpenAtEnd)
    {
        var end = start + length;
        var cutAtStart = !isOpenAtStart && start > 0 && Fold.IsRunUnit(text[start]) && Fold.IsRunUnit(text[start - 1]);
        var cutAtEnd = !isOpenAtEnd && end < text.Length && Fold.IsRunUnit(text[end - 1]) && Fold.IsRunUnit(text[end]);
        return !cutAtStart && !cutAtEnd;
    }
}
