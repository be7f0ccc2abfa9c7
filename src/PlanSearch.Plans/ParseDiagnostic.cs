namespace PlanSearch.Plans;

/// <summary>Something odd, or a decision the parser was not sure of.</summary>
/// <param name="Line">1-based source line; 0 when it is about the whole file.</param>
/// <param name="Rule">The rule of RULES.md, e.g. R-BOX-END-3, or a short code of the reader.</param>
/// <param name="Message">In Chinese, for the staff who read the ledger.</param>
public sealed record ParseDiagnostic(int Line, string Rule, string Message);
