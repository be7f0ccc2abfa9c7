namespace PlanSearch.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansearch-out-");

    private string Target => Path.Combine(_folder.FullName, "answer.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_WholeAnswer_ReplacesTheFile()
    {
        await File.WriteAllTextAsync(Target, "old");

        await OutputFile.WriteAsync(Target, async stream => await stream.WriteAsync("氢能\n"u8.ToArray()));

        Assert.Equal("氢能\n", await File.ReadAllTextAsync(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task WriteAsync_AnswerThatBreaks_LeavesTheOldFileAndNoRest()
    {
        await File.WriteAllTextAsync(Target, "old");

        await Assert.ThrowsAsync<InvalidOperationException>(() => OutputFile.WriteAsync(Target, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException("broken");
        }));

        Assert.Equal("old", await File.ReadAllTextAsync(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task WriteAsync_FileOfTheUserBeside_StaysAsItIs()
    {
        var own = Target + ".part";
        await File.WriteAllTextAsync(own, "mine");

        await OutputFile.WriteAsync(Target, async stream => await stream.WriteAsync("氢能"u8.ToArray()));

        Assert.Equal(("氢能", "mine"), (await File.ReadAllTextAsync(Target), await File.ReadAllTextAsync(own)));
    }
}
