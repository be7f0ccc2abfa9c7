using PlanSearch.Corpus.Ingest.Files;
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

    [Theory]
    [InlineData("old")]
    [InlineData(null)]
    public void Write_FolderRefusesToMakeItLast_IsAsItWasAndSaysSo(string? before)
    {
        Given(before);

        Assert.Throws<IOException>(() => FileSwap.Write(Path, "new"u8, Refuse));

        AssertLeft(before);
    }

    [Fact]
    public void Remove_FolderRefusesToMakeItLast_IsAsItWasAndSaysSo()
    {
        Given("old");

        Assert.Throws<IOException>(() => FileSwap.Remove(Path, Refuse));

        AssertLeft("old");
    }

    [Fact]
    public void Write_SomebodySweepsMeanwhile_CanStillBePutBack()
    {
        Given("old");

        using (FileSwap.Write(Path, "new"u8, folder => Assert.All(Leftovers.In(folder), file => Assert.False(Leftovers.Sweep(file)))))
        {
            Assert.All(Leftovers.In(_folder.FullName), file => Assert.False(Leftovers.Sweep(file)));
        }

        AssertLeft("old");
    }

    [Fact]
    public void Write_PutBack_HasItsFormerMode()
    {
        Given("old");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

            FileSwap.Write(Path, "new"u8).Dispose();

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }
    }

    private static void Refuse(string folder) => throw new IOException("refused");

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
