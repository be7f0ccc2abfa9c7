using System.Collections.Immutable;
using System.Text;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>A whole query with filters written into it: 地区:辽阳市 氢能. Never a part of another query.</summary>
/// <param name="Inner">What is looked for.</param>
/// <param name="Filters">At least one; none has field and sense of another.</param>
public sealed record NarrowedQuery(PlanQuery Inner, ImmutableArray<FieldFilter> Filters) : PlanQuery
{
    /// <summary>
    /// The canonical query: filters of one field and sense are one, no value is twice; without any it is <paramref name="inner"/>.
    /// </summary>
    public static PlanQuery Of(PlanQuery inner, IEnumerable<FieldFilter> filters)
    {
        var merged = new List<FieldFilter>();
        foreach (var filter in filters)
        {
            var at = merged.FindIndex(other => other.Field == filter.Field && other.IsExcluded == filter.IsExcluded);
            if (at < 0)
            {
                merged.Add(filter with { Values = [.. filter.Values.Distinct()] });
            }
            else
            {
                merged[at] = filter with { Values = [.. merged[at].Values.Union(filter.Values)] };
            }
        }

        return merged.Count == 0 ? inner : new NarrowedQuery(inner, [.. merged]);
    }

    internal override bool IsAtom => false;

    internal override void Print(StringBuilder text)
    {
        foreach (var filter in Filters)
        {
            text.Append(filter.IsExcluded ? "-" : "").Append(QueryFields.NameOf(filter.Field)).Append(':');
            text.AppendJoin('|', filter.Values.Select(value => Language.NormalForm.Of(new LiteralTerm(value)))).Append(' ');
        }

        if (Inner is AllOf)
        {
            Inner.Print(text);
        }
        else
        {
            Language.NormalForm.AppendPart(Inner, text);
        }
    }

    internal override void Say(StringBuilder text)
    {
        foreach (var filter in Filters)
        {
            text.Append(QueryFields.NameOf(filter.Field)).Append(filter.IsExcluded ? "不是" : "为");
            text.AppendJoin('或', filter.Values.Select(value => QueryWords.Quoted(PlanMetadata.InWords(value)))).Append('，');
        }

        Inner.Say(text);
    }

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => [Inner];

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) => this with { Inner = change(Inner) };

    internal override Query ToIndex(IndexForm form) => Inner.ToIndex(form);

    /// <inheritdoc/>
    public bool Equals(NarrowedQuery? other) => other is not null && Inner == other.Inner && Filters.SequenceEqual(other.Filters);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inner, Filters.Length);
}

/// <summary>A filter of a query by a facet: 地区:辽阳市|沈阳市, -层级:县级.</summary>
/// <param name="Field">No <see cref="QueryField.Title"/> and no <see cref="QueryField.Box"/>.</param>
/// <param name="Values">As typed; one of them must hold.</param>
/// <param name="IsExcluded">None of them may.</param>
public sealed record FieldFilter(QueryField Field, ImmutableArray<string> Values, bool IsExcluded) : IEquatable<FieldFilter>
{
    /// <inheritdoc/>
    public bool Equals(FieldFilter? other) =>
        other is not null && Field == other.Field && IsExcluded == other.IsExcluded && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, IsExcluded, Values.Length);
}
