using PlanSearch.TestSupport.Port;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Index.Tests.Port;

/// <summary>The oracle keeps to the contract.</summary>
public sealed class ScanPlanIndexTests() : PlanIndexContract(new ScanPlanIndex());
