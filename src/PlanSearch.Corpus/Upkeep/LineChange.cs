using PlanSearch.Plans;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>What a person says of a line of a plan, or takes back.</summary>
/// <param name="Line">The 1-based line of the source, as the ledger names it; 0 where <see cref="Words"/> name it.</param>
/// <param name="Words">The words of a correction that there is; null where <see cref="Line"/> names the line.</param>
/// <param name="Role">What the line is; null takes the correction back, and the rules decide again.</param>
/// <param name="Depth">The depth of a heading; not looked at for what is none.</param>
/// <param name="By">Who says so.</param>
public sealed record LineChange(int Line, LineWords? Words, LineRole? Role, int Depth, string By);
