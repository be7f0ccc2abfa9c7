using System.Collections.Immutable;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>How words are asked of the index, where they are in a query.</summary>
/// <param name="IsExact">Compare code units as they are.</param>
/// <param name="Place">The field they are to be in; null for any.</param>
internal readonly record struct IndexForm(bool IsExact, QueryField? Place)
{
    /// <summary>Any of some words, in the place they are to be in.</summary>
    public Query OneOf(ImmutableArray<Query> words) => words is [var only] ? At(only) : new OrQuery([.. words.Select(At)]);

    /// <summary>A word in the place it is to be in.</summary>
    public Query At(Query word) =>
        Place is { } field ? new ColumnQuery(word, PlanRanks.KindColumn, 1UL << (int)QueryFields.KindOf(field)) : word;

    /// <summary>A word outside some longer ones: only those that hold it can take an occurrence away.</summary>
    public Query Outside(string text, ImmutableArray<string> longer)
    {
        var (folded, isExact) = (Fold.Of(text), IsExact);
        var holding = longer.Where(word => word.Length > text.Length && Fold.Of(word).Contains(folded, StringComparison.Ordinal)).ToList();
        var inner = new LiteralQuery(text) { IsExact = isExact };
        return holding.Count == 0
            ? inner
            : new OutsideQuery(inner, [.. holding.Select(word => new LiteralQuery(word) { IsExact = isExact })]);
    }
}
