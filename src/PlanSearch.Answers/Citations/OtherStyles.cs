namespace PlanSearch.Answers.Citations;

/// <summary>A citation in the styles beside the official one, which is said for itself.</summary>
/// <param name="Short">With the short title and without 《》, for lists.</param>
/// <param name="Reference">After GB/T 7714; names the plan as a whole, the style knows no sections.</param>
public sealed record OtherStyles(string Short, string Reference);
