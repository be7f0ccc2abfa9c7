namespace PlanSearch.Plans;

/// <summary>A 专栏: a numbered box with a title, sub-headings and entries.</summary>
/// <param name="Ordinal">1-based order of appearance in the file.</param>
/// <param name="Label">The label as printed, blanks left out: 专栏5, 专栏1-1, 专栏一; empty for a box without one.</param>
/// <param name="Title">The title without the label.</param>
/// <param name="Node">Index of the outline node it is in.</param>
/// <param name="FirstBlock">Index of its title's block.</param>
/// <param name="EndBlock">
/// Index after its last block; a footnote or page mark between its blocks lies in the range without belonging to the box.
/// </param>
/// <param name="EndReason">The rule of RULES.md that ended the box.</param>
/// <param name="Confidence">0 to 1: how sure the end is; below <see cref="DoubtBelow"/> the ledger names it.</param>
public sealed record Box(
    int Ordinal, string Label, string Title, int Node, int FirstBlock, int EndBlock, string EndReason, double Confidence)
{
    /// <summary>What a rule that goes by the box itself gives is above it, what only follows from its neighbours below.</summary>
    public const double DoubtBelow = 0.7;
}
