using PlanSearch.TestSupport;
using Xunit.Sdk;

namespace PlanSearch.Plans.Tests;

public sealed class GoldenFileTests
{
    [Fact]
    public void Check_LineThatDiffers_IsShownWithItsNumber()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("some.tree");
        File.WriteAllText(path, string.Concat(Enumerable.Range(1, 100).Select(line => $"line {line}\n")));

        var fault = Assert.ThrowsAny<XunitException>(
            () => GoldenFile.Check(path, File.ReadAllText(path).Replace("line 70\n", "another\n", StringComparison.Ordinal)));

        Assert.Contains("from line 70 on", fault.Message, StringComparison.Ordinal);
        Assert.Contains("- line 70", fault.Message, StringComparison.Ordinal);
        Assert.Contains("+ another", fault.Message, StringComparison.Ordinal);
    }
}
