using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Port;

/// <summary>Queries cut out of given texts, and a few that occur nowhere.</summary>
public sealed class RandomQueries(Random random, IReadOnlyList<string> texts)
{
    private const int MaxLength = 12;

    private static readonly ImmutableArray<string> Columns =
        [BlockColumns.Kind, BlockColumns.Part, BlockColumns.Section, BlockColumns.Context];

    /// <summary>A substring of 1 to 12 code units, as it is or changed in one unit, in any mode.</summary>
    public LiteralQuery Literal() => new(Text())
    {
        IsExact = random.Next(4) == 0,
        IsOpenAtStart = random.Next(6) == 0,
        IsOpenAtEnd = random.Next(6) == 0,
    };

    /// <summary>A tree of literals, at most <paramref name="depth"/> deep.</summary>
    public Query Tree(int depth) => (depth == 0 ? 0 : random.Next(3)) switch
    {
        0 => Literal(),
        1 => new OrQuery(Parts(depth, least: 1)),
        _ => new AndQuery(Parts(depth, least: 1), Parts(depth, least: 0)),
    };

    /// <summary>A tree of every form of query there is, at most <paramref name="depth"/> deep.</summary>
    public Query Whole(int depth) => (depth == 0 ? random.Next(3) : random.Next(9)) switch
    {
        0 => Literal(),
        1 => Outside(),
        2 => Pattern(),
        3 => Pair(),
        4 => new ColumnQuery(InColumn(depth - 1), random.Next(3), (ulong)random.NextInt64()),
        5 => new ScopeQuery(Scope.Level, random.Next(3), Whole(depth - 1)),
        6 => new ScopeQuery((Scope)random.Next(2), 0, Whole(depth - 1)),
        7 => new OrQuery(Wholes(depth, least: 1)),
        _ => random.Next(4) == 0
            ? new ScopeQuery(Scope.Document, 0, Whole(depth - 1))
            : new AndQuery(Wholes(depth, least: 1), Wholes(depth, least: 0)),
    };

    /// <summary>Every block, or some values of some columns; some of the choices are a part of the query.</summary>
    public ImmutableArray<BlockChoice> Blocks() => random.Next(2) == 0 ? [] : [.. Columns.Where(_ => random.Next(2) == 0).Select(Choice)];

    /// <summary>Every plan, or those that some choices let through.</summary>
    /// <param name="columns">What the plans are told apart by.</param>
    public PlanFilter Plans(PlanColumns columns) => random.Next(2) == 0 ? PlanFilter.All : new PlanFilter
    {
        Scope = [.. columns.All.Where(_ => random.Next(12) == 0).Select(Choice)],
        Lasting = [.. columns.All.Where(_ => random.Next(12) == 0).Select(Choice)],
        Chosen = [.. columns.All.Where(_ => random.Next(4) == 0).Select(Choice)],
    };

    /// <summary>A page of any order and unit.</summary>
    public TallyPage Page() =>
        new((TallyOrder)random.Next(3), (TallyUnit)random.Next(3), random.Next(4) * random.Next(30), random.Next(40));

    private BlockChoice Choice(string column) =>
        new(column, [.. Enumerable.Range(0, 64).Where(_ => random.Next(4) > 0)]) { IsLasting = random.Next(3) == 0 };

    private PlanChoice Choice(PlanColumn column) => new(
        column.Name, [.. column.Values.Where(_ => random.Next(2) == 0)], [.. column.Values.Where(_ => random.Next(5) == 0)]);

    private ImmutableArray<Query> Wholes(int depth, int least) =>
        [.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => Whole(depth - 1))];

    private PairQuery Pair() => RandomPairs.Of(random, Choice(), Choice(), random.Next(30));

    // Everything that may be in a column: no AND, but a scope with one in it.
    private Query InColumn(int depth) => random.Next(4) switch
    {
        0 => Literal(),
        1 => Pattern(),
        2 => Pair(),
        _ => new ScopeQuery((Scope)random.Next(2), 0, Whole(depth)),
    };

    private Query Choice() => random.Next(3) switch
    {
        0 => new OrQuery([Literal(), Outside(), Pattern()]),
        1 => new ColumnQuery(Literal(), random.Next(3), (ulong)random.NextInt64() | (ulong)random.NextInt64()),
        _ => Literal(),
    };

    // A word and one around it, so that something is left out.
    private OutsideQuery Outside()
    {
        var text = texts[random.Next(texts.Count)];
        var start = random.Next(text.Length);
        var word = text.Substring(start, Math.Min(random.Next(1, 4), text.Length - start));
        var from = Math.Max(0, start - random.Next(3));
        var longer = text.Substring(from, Math.Min(text.Length - from, start - from + word.Length + random.Next(3)));
        return new OutsideQuery(
            new LiteralQuery(word), [new LiteralQuery(longer), .. random.Next(2) == 0 ? [Literal()] : Array.Empty<LiteralQuery>()]);
    }

    // Cut out of a text with some characters left open.
    private PatternQuery Pattern()
    {
        var text = texts[random.Next(texts.Count)];
        var start = random.Next(text.Length);
        var cut = text.Substring(start, Math.Min(random.Next(4, 14), text.Length - start));
        if (cut.Length < 4)
        {
            return new PatternQuery(["发展", "的"], [new PatternGap(0, PatternQuery.MaxOpenGap)]);
        }

        var gap = random.Next(2, cut.Length - 1);
        var open = random.Next(0, Math.Min(3, cut.Length - gap - 1) + 1);
        return new PatternQuery(
            [cut[..gap], cut[(gap + open)..]],
            [random.Next(2) == 0 ? new PatternGap(open, open) : new PatternGap(0, PatternQuery.MaxOpenGap)]);
    }

    private ImmutableArray<Query> Parts(int depth, int least) =>
        [.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => Tree(depth - 1))];

    private string Text()
    {
        var text = texts[random.Next(texts.Count)];
        var start = random.Next(text.Length);
        var cut = text.Substring(start, Math.Min(random.Next(1, MaxLength + 1), text.Length - start)).ToCharArray();
        if (random.Next(8) == 0)
        {
            // Another glyph of the same length: a full-width or upper-case twin, or one that is elsewhere.
            ref var unit = ref cut[random.Next(cut.Length)];
            unit = char.IsAscii(unit) && unit > ' ' ? (char)(unit + 0xFEE0) : text[random.Next(text.Length)];
        }

        return new string(cut);
    }
}
