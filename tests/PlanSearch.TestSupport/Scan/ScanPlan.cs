using PlanSearch.Corpus.Index;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Scan;

/// <summary>A plan in the memory of a scan.</summary>
/// <param name="Stored">Its structure.</param>
/// <param name="Texts">The texts of its blocks.</param>
/// <param name="Blocks">The same as the matcher reads them.</param>
internal sealed record ScanPlan(StoredPlan Stored, IReadOnlyList<string> Texts, TextBlocks Blocks);
