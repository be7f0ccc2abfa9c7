using PlanSearch.Corpus.Upkeep;

namespace PlanSearch.Corpus.Tests.Upkeep;

public sealed class FileSwapTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansearch-swap-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "a.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("old", true, "new")]
    [InlineData("old", false, "old")]
    [InlineData(null, true, "new")]
    [InlineData(null, false, null)]
    public void Write_KeptOrNot_LeavesTheNewFileOrWhatWasThereAndNothingBeside(string? before, bool isKept, string? after)
    {
        Given(before);

        using (var swap = FileSwap.Write(Path, "new"u8))
        {
            Assert.Equal("new", File.ReadAllText(Path));
            KeepIf(isKept, swap);
        }

        AssertLeft(after);
    }

    [Theory]
    [InlineData("old", true, null)]
    [InlineData("old", false, "old")]
    [InlineData(null, true, null)]
    [InlineData(null, false, null)]
    public void Remove_KeptOrNot_LeavesNothingOrWhatWasThere(string? before, bool isKept, string? after)
    {
        Given(before);

        using (var swap = FileSwap.Remove(Path))
        {
            Assert.False(File.Exists(Path));
            KeepIf(isKept, swap);
        }

        AssertLeft(after);
    }

    private static void KeepIf(bool isKept, FileSwap swap)
    {
        if (isKept)
        {
            swap.Keep();
        }
    }

    private void Given(string? content)
    {
        if (content is not null)
        {
            File.WriteAllText(Path, content);
        }
    }

    private void AssertLeft(string? content)
    {
        Assert.Equal(content, File.Exists(Path) ? File.ReadAllText(Path) : null);
        Assert.Equal(content is null ? 0 : 1, _folder.GetFiles().Length);
    }
}
