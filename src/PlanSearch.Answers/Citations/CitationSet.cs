using System.Text.Json.Serialization;

namespace PlanSearch.Answers.Citations;

/// <summary>One place, cited in each style there is.</summary>
/// <param name="Official">In the style of official writing: 《…规划纲要》第四章第二节，专栏5第2项.</param>
/// <param name="Short">With the short title and without 《》, for lists.</param>
/// <param name="Reference">After GB/T 7714; names the plan as a whole, the style knows no sections.</param>
public sealed record CitationSet(string Official, string Short, string Reference)
{
    /// <summary>The official style without the plan's title; what occurs before every heading is 篇首.</summary>
    [JsonIgnore]
    public string InPlan { get; init; } = "";
}
