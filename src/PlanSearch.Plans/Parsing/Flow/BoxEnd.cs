using PlanSearch.Plans.Parsing.Book;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Where a box ends, and why.</summary>
/// <param name="EndLine">Index after the last line that belongs to the box.</param>
/// <param name="Rule">The rule of RULES.md.</param>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct BoxEnd(int EndLine, Rule Rule, double Confidence);
