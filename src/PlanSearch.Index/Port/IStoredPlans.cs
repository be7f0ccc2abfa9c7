using System.Collections.Immutable;
using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Port;

/// <summary>The plans of one generation as they were put, and what was published with them. Nothing here searches.</summary>
/// <remarks>Plans are numbered from 0; the numbers hold for this object only.</remarks>
public interface IStoredPlans : IDisposable
{
    /// <summary>Its number, from 1.</summary>
    long Generation { get; }

    /// <summary>
    /// The identity of the index it is of: kept over its generations, another one once an index is built anew, whose numbers mean something
    /// else.
    /// </summary>
    Guid Identity { get; }

    /// <summary>What was published with it.</summary>
    CorpusManifest Manifest { get; }

    /// <summary>How many plans it holds.</summary>
    int PlanCount { get; }

    /// <summary>
    /// What is known of some plans as a whole, in the order they are named in; quick for any number of them, and asked for together.
    /// </summary>
    ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> plans);

    /// <summary>The plan as structure, without its texts.</summary>
    StoredPlan Plan(int plan);

    /// <summary>The number of the plan with this id; -1 when there is none.</summary>
    int Find(string planId);

    /// <summary>The logical texts of all blocks of a plan.</summary>
    ImmutableArray<string> Texts(int plan);

    /// <summary>The versions of plans kept under a name, in any order; none where there is no such name.</summary>
    ImmutableArray<KeptPlan> Kept(string name);
}
