using System.Collections.Immutable;
using PlanSearch.Corpus.Index;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Queries;

/// <summary>A query in the engine's words.</summary>
internal static class EngineQuery
{
    /// <param name="query">The query; the filters of a <see cref="NarrowedQuery"/> are the caller's to apply.</param>
    /// <param name="isExact">Compare code units as they are.</param>
    public static Query From(PlanQuery query, bool isExact) => From(query, isExact, null);

    /// <summary>What each of a query's literals is called on a mention, in the order of <see cref="Query.Literals"/>.</summary>
    public static ImmutableArray<string> MemberNames(Query query)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        AddNames(query, names);
        return names.ToImmutable();
    }

    private static Query From(PlanQuery query, bool isExact, QueryField? place) => query switch
    {
        LiteralTerm term => OneOf([.. Forms(term, isExact).Select(text => Literal(text, isExact, term))], place),
        PatternTerm pattern => At(place, new PatternQuery(pattern.Fixed, pattern.Gaps)),
        OutsideTerm outside => At(place, Outside(outside.Text, outside.Longer, isExact)),
        TopicTerm topic => OneOf([.. topic.Members.Select(member => Outside(member, topic.Topic.Exclude, isExact))], place),
        NearTerms near => new NearQuery(From(near.Left, isExact, place), From(near.Right, isExact, place), near.Distance),
        ScopedQuery scoped => new ScopeQuery(ScopeOf(scoped.Scope), LevelOf(scoped.Scope), From(scoped.Inner, isExact, place)),
        PlacedQuery placed => From(placed.Inner, isExact, placed.Field),
        NarrowedQuery narrowed => From(narrowed.Inner, isExact, place),
        AnyOf any => new OrQuery([.. any.Parts.Select(part => From(part, isExact, place))]),
        AllOf all => new AndQuery(
            [.. all.Required.Select(part => From(part, isExact, place))], [.. all.Excluded.Select(part => From(part, isExact, place))]),
        _ => throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query)),
    };

    // Exact mode looks for what was typed; else a heading's marker with or without its blank is the same.
    private static ImmutableArray<string> Forms(LiteralTerm term, bool isExact) => isExact ? [term.Text] : PastedText.Forms(term.Text);

    private static LiteralQuery Literal(string text, bool isExact, LiteralTerm term) =>
        new(text) { IsExact = isExact, IsOpenAtStart = term.IsOpenAtStart, IsOpenAtEnd = term.IsOpenAtEnd };

    // Only words that hold the inner one can take an occurrence away.
    private static Query Outside(string text, ImmutableArray<string> longer, bool isExact)
    {
        var folded = Fold.Of(text);
        var holding = longer.Where(word => word.Length > text.Length && Fold.Of(word).Contains(folded, StringComparison.Ordinal)).ToList();
        var inner = new LiteralQuery(text) { IsExact = isExact };
        return holding.Count == 0 ? inner : new OutsideQuery(inner, [.. holding.Select(word => new LiteralQuery(word) { IsExact = isExact })]);
    }

    private static Query OneOf(ImmutableArray<Query> words, QueryField? place) =>
        words is [var only] ? At(place, only) : new OrQuery([.. words.Select(word => At(place, word))]);

    private static Query At(QueryField? place, Query word) =>
        place is { } field ? new ColumnQuery(word, PlanSchema.KindColumn, 1UL << (int)QueryFields.KindOf(field)) : word;

    private static Scope ScopeOf(QueryScope scope) => scope switch
    {
        QueryScope.Sentence => Scope.Sentence,
        QueryScope.Paragraph => Scope.Block,
        QueryScope.Plan => Scope.Document,
        _ => Scope.Level,
    };

    private static int LevelOf(QueryScope scope) => scope switch
    {
        QueryScope.Section => PlanSchema.NodeLevel,
        QueryScope.Box => PlanSchema.BoxLevel,
        _ => 0,
    };

    private static void AddNames(Query query, ImmutableArray<string>.Builder names)
    {
        switch (query)
        {
            case LiteralQuery literal:
                names.Add(literal.Text);
                break;
            case OutsideQuery outside:
                names.Add(outside.Inner.Text);
                break;
            case PatternQuery pattern:
                names.Add(PatternTerm.TextOf(pattern.Fixed, pattern.Gaps));
                break;
            case NearQuery near:
                AddNames(near.Left, names);
                AddNames(near.Right, names);
                break;
            case ScopeQuery scope:
                AddNames(scope.Inner, names);
                break;
            case ColumnQuery column:
                AddNames(column.Inner, names);
                break;
            case OrQuery or:
                AddNames(or.Parts, names);
                break;
            case AndQuery and:
                AddNames(and.Required, names);
                break;
            default:
                throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query));
        }
    }

    private static void AddNames(ImmutableArray<Query> parts, ImmutableArray<string>.Builder names)
    {
        foreach (var part in parts)
        {
            AddNames(part, names);
        }
    }
}
