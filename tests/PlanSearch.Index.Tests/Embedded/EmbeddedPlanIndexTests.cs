using PlanSearch.Index.Embedded;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;

namespace PlanSearch.Index.Tests.Embedded;

/// <summary>The embedded engine in a folder keeps to the contract.</summary>
public sealed class EmbeddedPlanIndexTests : PlanIndexContract
{
    private readonly TemporaryFolder _folder;

    public EmbeddedPlanIndexTests()
        : this(new TemporaryFolder())
    {
    }

    private EmbeddedPlanIndexTests(TemporaryFolder folder)
        : base(new EmbeddedPlanIndex(new FileIndexDirectory(folder.At("index")))) => _folder = folder;

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

/// <summary>The embedded engine in memory keeps to the contract.</summary>
public sealed class EmbeddedPlanIndexInMemoryTests() : PlanIndexContract(new EmbeddedPlanIndex(new MemoryIndexDirectory()));
