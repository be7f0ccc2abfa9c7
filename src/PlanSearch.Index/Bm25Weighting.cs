using System.Collections.Immutable;
using PlanSearch.Index.Port;

namespace PlanSearch.Index;

/// <summary>How much a mention counts in a score, by its block's value in a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Weights">By value, <see cref="IndexSchema.MaxColumnValues"/> of them, each above 0; 1 is plain text.</param>
public sealed record Bm25Weighting(int Column, ImmutableArray<double> Weights)
{
    /// <summary>Of so heavy mentions a record may have a thousand before their sum is rounded.</summary>
    private const double MostExact = 4096;

    /// <summary>What a literal's share of a score is multiplied with, by its rank in the query; empty for 1 each.</summary>
    public ImmutableArray<double> ByLiteral { get; init; } = [];

    /// <summary>Saturation of the frequency.</summary>
    public double K1 { get; init; } = Bm25.K1;

    /// <summary>Weight of the record's length.</summary>
    public double B { get; init; } = Bm25.B;

    /// <summary>Whether sums of weights are exact, in whatever order: they are halves.</summary>
    internal bool IsExact => Weights.All(static weight => double.IsInteger(2 * weight) && weight < MostExact);
}
