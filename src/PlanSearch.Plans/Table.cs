using System.Collections.Immutable;

namespace PlanSearch.Plans;

/// <summary>A table, inside or outside a 专栏.</summary>
/// <param name="Caption">The caption, or the title of the 专栏 it fills; empty when it has none.</param>
/// <param name="Node">Index of the outline node it is in.</param>
/// <param name="Box">Index of the box it is in; -1 outside boxes.</param>
/// <param name="FirstBlock">Index of its first row (or caption) block.</param>
/// <param name="EndBlock">Index after its last row or note.</param>
/// <param name="Columns">
/// Names of the columns from the header rows, left to right, rows of a double header joined by " / "; empty when there is no header.
/// </param>
public sealed record Table(string Caption, int Node, int Box, int FirstBlock, int EndBlock, ImmutableArray<string> Columns);
