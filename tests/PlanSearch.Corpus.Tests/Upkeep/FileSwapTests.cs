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

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite)]
    public void Write_KeptOrPutBack_HasItsFormerMode(UnixFileMode mode)
    {
        Given("old");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(Path, mode);

        FileSwap.Write(Path, "new"u8).Dispose();
        Assert.Equal(("old", mode), (File.ReadAllText(Path), File.GetUnixFileMode(Path)));
        using (var kept = FileSwap.Write(Path, "new"u8))
        {
            kept.Keep();
        }

        Assert.Equal(("new", mode), (File.ReadAllText(Path), File.GetUnixFileMode(Path)));
    }

    [Fact]
    public void Write_FoldersThatAreMissing_LastWithTheirNamesAndGoWhenItIsPutBack()
    {
        var outer = System.IO.Path.Combine(_folder.FullName, "市");
        var inner = System.IO.Path.Combine(outer, "区");
        var synced = new List<string>();

        FileSwap.Write(System.IO.Path.Combine(inner, "a.txt"), "new"u8, synced.Add).Dispose();

        Assert.Equal([_folder.FullName, outer, inner], synced);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void Write_FolderOfANewFolderRefuses_LeavesNone()
    {
        var path = System.IO.Path.Combine(_folder.FullName, "市", "区", "a.txt");

        Assert.Throws<IOException>(() => FileSwap.Write(path, "new"u8, Refuse));

        Assert.Empty(_folder.GetFileSystemInfos());
    }

    // A folder in the place of the file: its former content must not go with the next sweep.
    [Fact]
    public void Dispose_FormerFileThatCannotBePutBack_IsKeptUnderANameThatNobodySweeps()
    {
        Given("old");
        var swap = FileSwap.Remove(Path);
        Directory.CreateDirectory(Path);

        var refusal = Assert.Throws<IOException>(swap.Dispose);

        var kept = Assert.Single(_folder.GetFiles());
        Assert.False(Leftovers.IsOne(kept.Name));
        Assert.Equal("old", File.ReadAllText(kept.FullName));
        Assert.Contains(kept.FullName, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_OneOfTwoCannotBeMadeToLast_PutsBackTheOther()
    {
        Given("old");
        var other = System.IO.Path.Combine(_folder.FullName, "b.yaml");
        File.WriteAllText(other, "beside");
        var syncs = 0;
        var made = new MadeSwaps();
        Assert.Null(made.Make([FileSwap.Remove(Path), FileSwap.Remove(other, folder =>
        {
            if (syncs++ > 0)
            {
                Refuse(folder);
            }
        })]));

        Assert.Throws<IOException>(made.Dispose);

        Assert.Equal(("old", "beside"), (File.ReadAllText(Path), File.ReadAllText(other)));
        Assert.Equal(2, _folder.GetFiles().Length);
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
