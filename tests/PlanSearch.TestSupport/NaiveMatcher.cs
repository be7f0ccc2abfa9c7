using System.Text.RegularExpressions;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport;

/// <summary>
/// Where a query occurs in a text, slowly and by the letter of the docs of <see cref="Query"/> and <see cref="TextMatcher"/>: the oracle
/// for the matcher and the index.
/// </summary>
/// <remarks>
/// It shares nothing with what it judges but the queries: it reads the table of folds by itself and looks at every place.
/// </remarks>
public sealed class NaiveMatcher(TextBlocks text)
{
    private readonly string[] _folded = [.. text.Blocks.Select(NaiveFold.Of)];

    /// <summary>The mentions in records, filtered by their blocks.</summary>
    public IReadOnlyList<TextMatch> Mentions(Query query, BlockFilter filter) =>
        [.. Printed(query).Where(one => text.Levels[0][one.Block] >= 0 && IsAllowed(one, filter))];

    /// <summary>What is found set aside.</summary>
    public IReadOnlyList<TextMatch> Aside(Query query) => [.. Printed(query).Where(one => text.Levels[0][one.Block] < 0)];

    /// <summary>What is found only without the rule of whole runs.</summary>
    public int LongerRuns(Query query) => Math.Max(0, Printed(Lifted(query)).Count - Printed(query).Count);

    /// <summary>What a match has in a column: the value of a span that holds all of it, else its block's.</summary>
    public static int Value(TextBlocks text, TextMatch match, int column) => text.Spans
        .Where(
            span => span.Column == column
                && span.Block == match.Block
                && span.Start <= match.Start
                && span.Start + span.Length >= match.Start + match.Length)
        .Select(span => (int)span.Value).DefaultIfEmpty(text.Columns[column][match.Block]).First();

    private static Query Lifted(Query query) => query switch
    {
        LiteralQuery { IsExact: false } literal when IsRun(NaiveFold.Of(literal.Text)[0]) || IsRun(NaiveFold.Of(literal.Text)[^1]) =>
            literal with { IsOpenAtStart = true, IsOpenAtEnd = true },
        OutsideQuery outside => outside with { Inner = (LiteralQuery)Lifted(outside.Inner) },
        PairQuery pair => pair with { Left = Lifted(pair.Left), Right = Lifted(pair.Right) },
        ColumnQuery column => column with { Inner = Lifted(column.Inner) },
        ScopeQuery scope => scope with { Inner = Lifted(scope.Inner) },
        OrQuery or => or with { Parts = [.. or.Parts.Select(Lifted)] },
        AndQuery and => and with { Required = [.. and.Required.Select(Lifted)] },
        LiteralQuery or PatternQuery => query,
        _ => throw new ArgumentException($"The oracle does not know {query.GetType().Name}.", nameof(query)),
    };

    /// <summary>
    /// In all that is printed: the leftmost first, then the longest, then the first literal; whoever comes later to a taken unit goes.
    /// </summary>
    private List<TextMatch> Printed(Query query)
    {
        var number = 0;
        var (groups, found) = Decide(query, Record, ref number);
        var taken = new HashSet<(int, int)>();
        return
        [
            .. found.Where(one => groups.Contains(Record(one)))
                .OrderBy(one => one.Block).ThenBy(one => one.Start).ThenByDescending(one => one.Length).ThenBy(one => one.Literal)
                .Where(one => Enumerable.Range(one.Start, one.Length).All(unit => !taken.Contains((one.Block, unit))))
                .Where(one => Enumerable.Range(one.Start, one.Length).All(unit => taken.Add((one.Block, unit)))),
        ];
    }

    private (HashSet<string> Groups, List<TextMatch> Found) Decide(Query query, Func<TextMatch, string> groupOf, ref int number)
    {
        var (sets, found) = (new List<HashSet<string>>(), new List<TextMatch>());
        switch (query)
        {
            case AndQuery and:
                foreach (var part in and.Required)
                {
                    var (groups, inPart) = Decide(part, groupOf, ref number);
                    sets.Add(groups);
                    found.AddRange(inPart);
                }

                var unnumbered = 0;
                var all = sets.Aggregate((a, b) => [.. a.Intersect(b)]);
                foreach (var part in and.Prohibited)
                {
                    all = [.. all.Except(Decide(part, groupOf, ref unnumbered).Groups)];
                }

                return (all, found);
            case OrQuery or:
                foreach (var part in or.Parts)
                {
                    var (groups, inPart) = Decide(part, groupOf, ref number);
                    sets.Add(groups);
                    found.AddRange(inPart);
                }

                return ([.. sets.SelectMany(set => set)], found);
            default:
                found = Part(query, ref number);
                return ([.. found.Select(groupOf).Where(group => group.Length > 0)], found);
        }
    }

    private List<TextMatch> Part(Query query, ref int number)
    {
        switch (query)
        {
            case LiteralQuery literal:
                return Literal(literal, number++);
            case OutsideQuery outside:
                var longer = outside.Longer.SelectMany(word => Literal(word, 0)).ToList();
                return [.. Literal(outside.Inner, number++).Where(inner =>
                    !longer.Exists(
                        word => word.Block == inner.Block
                            && word.Start <= inner.Start
                            && word.Start + word.Length >= inner.Start + inner.Length))];
            case PatternQuery pattern:
                return Pattern(pattern, number++);
            case PairQuery pair:
                var left = Part(pair.Left, ref number);
                var right = Part(pair.Right, ref number);
                bool IsNear(TextMatch a, TextMatch b) => a.Block == b.Block
                    && (a.Start < b.Start ? b.Start - (a.Start + a.Length) : a.Start - (b.Start + b.Length)) is var gap
                        && gap >= 0
                        && gap <= pair.Distance
                        && Fits(pair, a, b);
                return [.. left.Where(a => right.Exists(b => IsNear(a, b))), .. right.Where(b => left.Exists(a => IsNear(a, b)))];
            case ColumnQuery column:
                return [.. Part(column.Inner, ref number).Where(one => (column.Allowed >> Value(text, one, column.Column) & 1) == 1)];
            case OrQuery or:
                var union = new List<TextMatch>();
                foreach (var part in or.Parts)
                {
                    union.AddRange(Part(part, ref number));
                }

                return union;
            default:
                var scope = (ScopeQuery)query;
                string GroupOf(TextMatch one) => scope.Scope switch
                {
                    Scope.Sentence => $"{one.Block} {SentenceStart(one)}",
                    Scope.Block => $"{one.Block}",
                    Scope.Level when scope.Level == 0 => Record(one),
                    Scope.Level => text.Levels[0][one.Block] < 0 || text.Levels[scope.Level][one.Block] < 0
                        ? ""
                        : $"{text.Levels[scope.Level][one.Block]}",
                    _ => text.Levels[0][one.Block] < 0 ? Record(one) : "all",
                };
                var (groups, found) = Decide(scope.Inner, GroupOf, ref number);
                return [.. found.Where(one => groups.Contains(GroupOf(one)))];
        }
    }

    // By what each kind promises, not by its own rule.
    private static bool Fits(PairQuery pair, TextMatch left, TextMatch right) => pair switch
    {
        NearQuery => true,
        LopsidedPair => left.Start < right.Start && left.Length <= right.Length,
        _ => throw new ArgumentException($"The oracle knows no rule of {pair.GetType().Name}.", nameof(pair)),
    };

    // The blocks of one kind that are set aside are one record.
    private string Record(TextMatch one) =>
        text.Levels[0][one.Block] < 0 ? $"aside {text.Columns[0][one.Block]}" : $"{text.Levels[0][one.Block]}";

    private int SentenceStart(TextMatch one)
    {
        var start = one.Start;
        while (start > 0 && !"。!?;\uFFFF".Contains(_folded[one.Block][start - 1]))
        {
            start--;
        }

        return start;
    }

    private bool IsAllowed(TextMatch one, BlockFilter filter) =>
        filter.Allowed.IsDefaultOrEmpty
            || filter.Allowed.Select((mask, column) => (mask >> Value(text, one, column) & 1) == 1).All(allowed => allowed);

    private List<TextMatch> Literal(LiteralQuery literal, int number)
    {
        var found = new List<TextMatch>();
        var wanted = literal.IsExact ? literal.Text : NaiveFold.Of(literal.Text);
        for (var block = 0; block < _folded.Length; block++)
        {
            var read = literal.IsExact ? text.Blocks[block] : _folded[block];
            for (var start = 0; start + wanted.Length <= read.Length; start++)
            {
                var isThere = Enumerable.Range(0, wanted.Length).All(unit => read[start + unit] == wanted[unit]);
                if (isThere && (literal.IsExact || !IsCut(read, start, wanted.Length, literal.IsOpenAtStart, literal.IsOpenAtEnd)))
                {
                    found.Add(new TextMatch(block, start, wanted.Length, number));
                }
            }
        }

        return found;
    }

    private List<TextMatch> Pattern(PatternQuery pattern, int number)
    {
        var expression = @"\G" + Regex.Escape(NaiveFold.Of(pattern.Fixed[0]));
        for (var i = 0; i < pattern.Gaps.Length; i++)
        {
            expression += $@"(?>[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uFFFF]){{{pattern.Gaps[i].Least},{pattern.Gaps[i].Most}}}?"
                + Regex.Escape(NaiveFold.Of(pattern.Fixed[i + 1]));
        }

        var regex = new Regex(expression, RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));
        var found = new List<TextMatch>();
        for (var block = 0; block < _folded.Length; block++)
        {
            for (var start = 0; start < _folded[block].Length; start++)
            {
                var match = regex.Match(_folded[block], start);
                if (match.Success && !IsCut(_folded[block], start, match.Length, isOpenAtStart: false, isOpenAtEnd: false))
                {
                    found.Add(new TextMatch(block, start, match.Length, number));
                }
            }
        }

        return found;
    }

    private static bool IsRun(char unit) => unit is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsCut(string read, int start, int length, bool isOpenAtStart, bool isOpenAtEnd) =>
        (!isOpenAtStart && start > 0 && IsRun(read[start - 1]) && IsRun(read[start]))
        || (!isOpenAtEnd && start + length < read.Length && IsRun(read[start + length - 1]) && IsRun(read[start + length]));
}
