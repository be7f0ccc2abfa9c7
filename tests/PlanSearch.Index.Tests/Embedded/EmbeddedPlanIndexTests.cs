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

/// <summary>The embedded engine in Lucene's own directory in memory keeps to the contract.</summary>
public sealed class EmbeddedPlanIndexInRamTests : PlanIndexContract
{
    private readonly RamIndexDirectory _files;

    public EmbeddedPlanIndexInRamTests()
        : this(new RamIndexDirectory())
    {
    }

    private EmbeddedPlanIndexInRamTests(RamIndexDirectory files)
        : base(new EmbeddedPlanIndex(files)) => _files = files;

    public override void Dispose()
    {
        base.Dispose();
        _files.Dispose();
    }
}
