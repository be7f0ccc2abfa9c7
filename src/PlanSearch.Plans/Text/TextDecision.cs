namespace PlanSearch.Plans.Text;

/// <summary>Decides a query group by group, and collects what its positive parts match in the groups that satisfy it.</summary>
/// <remarks>
/// The whole query is decided in records; a <see cref="ScopeQuery"/> within it in groups of its own, and is then one part like a literal.
/// </remarks>
internal sealed class TextDecision
{
    private readonly FoldedBlocks _blocks;
    private int _literals;

    private TextDecision(FoldedBlocks blocks) => _blocks = blocks;

    /// <summary>What the positive parts match in the records that satisfy the query, in blocks set aside too; overlaps stay in.</summary>
    public static List<TextMatch> Satisfying(Query query, FoldedBlocks blocks)
    {
        var decision = new TextDecision(blocks);
        return decision.Satisfying(query, match => decision.Of(match, LevelOfRecords));
    }

    private const int LevelOfRecords = 0;

    private TextBlocks Text => _blocks.Text;

    private List<TextMatch> Satisfying(Query query, Func<TextMatch, TextGroup?> groupOf)
    {
        var found = new List<TextMatch>();
        var satisfied = Groups(query, groupOf, found);
        found.RemoveAll(match => groupOf(match) is not { } group || !satisfied.Contains(group));
        return found;
    }

    /// <summary>
    /// The groups that satisfy a query; what its parts match is added to <paramref name="positive"/>, unless a NOT is above them.
    /// </summary>
    private HashSet<TextGroup> Groups(Query query, Func<TextMatch, TextGroup?> groupOf, List<TextMatch>? positive)
    {
        switch (query)
        {
            case AndQuery and:
                var all = Groups(and.Required[0], groupOf, positive);
                foreach (var part in and.Required.Skip(1))
                {
                    all.IntersectWith(Groups(part, groupOf, positive));
                }

                foreach (var part in and.Prohibited)
                {
                    all.ExceptWith(Groups(part, groupOf, positive: null));
                }

                return all;
            case OrQuery or:
                var any = new HashSet<TextGroup>();
                foreach (var part in or.Parts)
                {
                    any.UnionWith(Groups(part, groupOf, positive));
                }

                return any;
            default:
                var matches = Matches(query, isPositive: positive is not null);
                positive?.AddRange(matches);
                return [.. matches.Select(groupOf).OfType<TextGroup>()];
        }
    }

    /// <summary>What a part that is no AND matches.</summary>
    private List<TextMatch> Matches(Query part, bool isPositive) => part switch
    {
        LiteralQuery literal => _blocks.Literal(literal, Number(isPositive)),
        OutsideQuery outside => Outside(outside, Number(isPositive)),
        PatternQuery pattern => _blocks.Pattern(pattern, Number(isPositive)),
        PairQuery pair => Pairs(pair, Matches(pair.Left, isPositive), Matches(pair.Right, isPositive)),
        ColumnQuery column => [.. Matches(column.Inner, isPositive).Where(
            match => (column.Allowed >> Text.ValueOf(match, column.Column) & 1) != 0)],
        OrQuery or => [.. or.Parts.SelectMany(inner => Matches(inner, isPositive))],
        ScopeQuery scope => Scoped(scope, isPositive),
        _ => throw new ArgumentException($"A query of type {part.GetType().Name} cannot be a part.", nameof(part)),
    };

    private int Number(bool isPositive) => isPositive ? _literals++ : -1;

    private List<TextMatch> Outside(OutsideQuery outside, int number)
    {
        var longer = outside.Longer.SelectMany(word => _blocks.Literal(word, number)).ToLookup(match => match.Block);
        return [.. _blocks.Literal(outside.Inner, number)
            .Where(match => !longer[match.Block].Any(word => word.Start <= match.Start && word.End >= match.End))];
    }

    private static List<TextMatch> Pairs(PairQuery pair, List<TextMatch> left, List<TextMatch> right) =>
    [
        .. WithPartner(left, right, (one, other) => pair.IsPair(one.Range, other.Range)),
        .. WithPartner(right, left, (one, other) => pair.IsPair(other.Range, one.Range)),
    ];

    private static IEnumerable<TextMatch> WithPartner(
        List<TextMatch> ours, List<TextMatch> others, Func<TextMatch, TextMatch, bool> isPair)
    {
        var byBlock = others.ToLookup(match => match.Block);
        return ours.Where(one => byBlock[one.Block].Any(other => isPair(one, other)));
    }

    private List<TextMatch> Scoped(ScopeQuery scope, bool isPositive)
    {
        // What a NOT prohibits has no number, but what is matched for it decides all the same.
        var before = _literals;
        var found = Satisfying(scope.Inner, match => scope.Scope switch
        {
            Scope.Sentence => Of(match, _blocks.SentenceOf),
            Scope.Block => Of(match, one => one.Block),
            Scope.Document => Of(match, _ => 0),
            _ => Of(match, scope.Level),
        });
        _literals = isPositive ? _literals : before;
        return found;
    }

    // What is set aside is a text of its own, one for each kind of block.
    private TextGroup Of(TextMatch match, Func<TextMatch, int> number) =>
        new(Text.IsAside(match.Block) ? Text.Columns[0][match.Block] : -1, number(match));

    private TextGroup? Of(TextMatch match, int level) =>
        level == LevelOfRecords && Text.IsAside(match.Block) ? Of(match, _ => 0)
        : !Text.IsAside(match.Block) && Text.Levels[level][match.Block] is >= 0 and var group ? Of(match, _ => group)
        : null;

    /// <param name="Aside">The kind of the blocks set aside; -1 in the text itself.</param>
    /// <param name="Number">The group there.</param>
    private readonly record struct TextGroup(int Aside, int Number);
}
