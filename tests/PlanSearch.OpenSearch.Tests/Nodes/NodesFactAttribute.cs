using PlanSearch.TestSupport;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>A test over real nodes; skipped, and said to be, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodesFactAttribute : FactAttribute
{
    public NodesFactAttribute() => Skip = NodeScript.WhyNot;
}

/// <summary>A theory over real nodes; skipped, and said to be, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodesTheoryAttribute : TheoryAttribute
{
    public NodesTheoryAttribute() => Skip = NodeScript.WhyNot;
}

/// <summary>A test that takes minutes and is run with PLANSEARCH_LONG=1 alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongNodesFactAttribute : FactAttribute
{
    public LongNodesFactAttribute() => Skip = NodeScript.WhyNot ?? (Effort.IsLong ? null : "It takes minutes: PLANSEARCH_LONG=1.");
}
