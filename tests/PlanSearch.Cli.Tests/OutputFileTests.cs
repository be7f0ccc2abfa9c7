namespace PlanSearch.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansearch-out-");

    private string Target => Path.Combine(_folder.FullName, "answer.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_WholeAnswer_ReplacesTheFile()
    {
        File.WriteAllText(Target, "old");

        OutputFile.Write(Target, writer => writer.WriteLine("氢能"));

        Assert.Equal("氢能\n", File.ReadAllText(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void Write_AnswerThatBreaks_LeavesTheOldFileAndNoRest()
    {
        File.WriteAllText(Target, "old");

        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(Target, writer =>
        {
            writer.WriteLine("half");
            throw new InvalidOperationException("broken");
        }));

        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(_folder.GetFiles());
    }
}
