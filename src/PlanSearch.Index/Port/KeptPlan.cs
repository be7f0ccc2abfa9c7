using System.Collections.Immutable;
using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Port;

/// <summary>A version of a plan that is kept beside those that are searched. Valid while its snapshot is open.</summary>
/// <param name="facts">What is known of it as a whole.</param>
/// <param name="read">Reads it.</param>
public sealed class KeptPlan(PlanFacts facts, Func<(StoredPlan Plan, ImmutableArray<string> Texts)> read)
{
    /// <summary>What is known of it as a whole.</summary>
    public PlanFacts Facts { get; } = facts;

    /// <summary>Its structure and the logical texts of its blocks, read anew with each call.</summary>
    public (StoredPlan Plan, ImmutableArray<string> Texts) Read() => read();
}
