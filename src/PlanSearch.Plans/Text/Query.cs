using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>What is looked for: a boolean tree over literals, decided record by record.</summary>
/// <remarks>
/// A query's mentions are those of all its positive literals within the records that satisfy it; where two overlap, the leftmost wins,
/// then the longest. A NOT contributes none. <see cref="object.ToString"/> gives a readable form for plans and tests.
/// </remarks>
public abstract record Query
{
    private protected Query()
    {
    }

    /// <summary>The positive literals in reading order: <see cref="TextMatch.Literal"/> is a rank in this list.</summary>
    public ImmutableArray<LiteralQuery> Literals
    {
        get
        {
            var found = ImmutableArray.CreateBuilder<LiteralQuery>();
            Collect(found);
            return found.ToImmutable();
        }
    }

    internal abstract void Collect(ImmutableArray<LiteralQuery>.Builder literals);

    /// <summary>The query with other literals in the place of its positive ones.</summary>
    internal abstract Query Replace(Func<LiteralQuery, LiteralQuery> change);
}
