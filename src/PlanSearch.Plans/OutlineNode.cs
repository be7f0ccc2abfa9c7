namespace PlanSearch.Plans;

/// <summary>A heading of the plan with its own text up to the next heading.</summary>
/// <param name="Parent">Index of the enclosing node; -1 for the root.</param>
/// <param name="Depth">Depth in THIS document, 1 at the top; 0 for the root, which holds the text before the first heading.</param>
/// <param name="Heading">The heading as printed, marker included; empty for the root.</param>
/// <param name="Marker">The marker as printed (第四章, 一、, 3.); empty when the heading has none (前言) and for the root.</param>
/// <param name="Block">Index of the heading's block; -1 for the root.</param>
public sealed record OutlineNode(int Parent, int Depth, string Heading, string Marker, int Block);
