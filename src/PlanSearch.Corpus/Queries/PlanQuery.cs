using System.Collections.Immutable;

namespace PlanSearch.Corpus.Queries;

/// <summary>A query as it was understood: what stands in a record (章节) for the record to be an answer.</summary>
/// <remarks>
/// Trees made by <see cref="AllOf.Of"/> and <see cref="AnyOf.Of"/> are canonical: no group holds a group of its own kind, none has
/// a single part, none names a part twice. The parser makes no others, so printing and parsing again is the identity.
/// </remarks>
public abstract record PlanQuery
{
    private protected PlanQuery()
    {
    }

    /// <summary>The query in normal form: parsing it as an expression gives the same query.</summary>
    public string NormalForm => Queries.NormalForm.Print(this);

    /// <summary>Whether it stands among operators without brackets of its own.</summary>
    internal bool IsAtom => this is not (AllOf or AnyOf or NearTerms or NarrowedQuery);

    /// <summary>The query in Chinese words: 含“氢能”并且含“储能”，不含“氢氧化”.</summary>
    public string InWords => QueryWords.Say(this);
}

/// <summary>A string that occurs.</summary>
/// <param name="Text">Cleaned by <see cref="QueryText.Clean"/>; at least one code unit.</param>
/// <param name="IsOpenAtStart">Found inside a longer run of letters and digits too, at its start: *5G.</param>
/// <param name="IsOpenAtEnd">The same at its end: 202*.</param>
public sealed record LiteralTerm(string Text, bool IsOpenAtStart = false, bool IsOpenAtEnd = false) : PlanQuery;

/// <summary>All of <see cref="Required"/> and none of <see cref="Excluded"/>, within one record.</summary>
/// <param name="Required">At least one; at least two when nothing is excluded.</param>
/// <param name="Excluded">May be empty.</param>
public sealed record AllOf(ImmutableArray<PlanQuery> Required, ImmutableArray<PlanQuery> Excluded) : PlanQuery
{
    /// <summary>The canonical query for these parts: inner groups of the same kind are taken in, repetitions left out.</summary>
    /// <exception cref="ArgumentException">Nothing is required.</exception>
    public static PlanQuery Of(IEnumerable<PlanQuery> required, IEnumerable<PlanQuery> excluded)
    {
        var (needed, unwanted) = (new List<PlanQuery>(), new List<PlanQuery>());
        foreach (var part in required)
        {
            var inner = part as AllOf;
            AddNew(needed, inner is null ? [part] : inner.Required);
            AddNew(unwanted, inner is null ? [] : inner.Excluded);
        }

        AddNew(unwanted, excluded);
        return needed switch
        {
            [] => throw new ArgumentException("At least one part is required.", nameof(required)),
            [var only] when unwanted.Count == 0 => only,
            _ => new AllOf([.. needed], [.. unwanted]),
        };
    }

    /// <inheritdoc/>
    public bool Equals(AllOf? other) =>
        other is not null && Required.SequenceEqual(other.Required) && Excluded.SequenceEqual(other.Excluded);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Required.Length, Excluded.Length, Required[0]);

    internal static void AddNew(List<PlanQuery> parts, IEnumerable<PlanQuery> added)
    {
        foreach (var part in added)
        {
            if (!parts.Contains(part))
            {
                parts.Add(part);
            }
        }
    }
}

/// <summary>At least one of the parts, within one record.</summary>
/// <param name="Parts">At least two.</param>
public sealed record AnyOf(ImmutableArray<PlanQuery> Parts) : PlanQuery
{
    /// <summary>The canonical query for these parts: inner groups of the same kind are taken in, repetitions left out.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static PlanQuery Of(IEnumerable<PlanQuery> parts)
    {
        var distinct = new List<PlanQuery>();
        foreach (var part in parts)
        {
            AllOf.AddNew(distinct, part is AnyOf inner ? inner.Parts : [part]);
        }

        return distinct switch
        {
            [] => throw new ArgumentException("At least one part is needed.", nameof(parts)),
            [var only] => only,
            _ => new AnyOf([.. distinct]),
        };
    }

    /// <inheritdoc/>
    public bool Equals(AnyOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parts.Length, Parts[0]);
}
