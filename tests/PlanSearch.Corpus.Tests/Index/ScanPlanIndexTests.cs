using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Corpus.Tests.Index;

/// <summary>The oracle keeps to the contract.</summary>
public sealed class ScanPlanIndexTests() : PlanIndexContract(new ScanPlanIndex());
