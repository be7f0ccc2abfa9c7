using System.Diagnostics;
using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Reading.Formats.Programs;

namespace PlanSearch.Plans.Tests.Reading.Formats;

public sealed class ProgramRunTests
{
    [Fact]
    public void Execute_NobodyWaits_EndsWithAllItStarted()
    {
        using var run = new ProgramRun(TimeSpan.FromSeconds(60));
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.ThrowsAny<OperationCanceledException>(() => run.Execute("/bin/sh", ["-c", "sleep 50 & sleep 50"], gone.Token));
    }

    [Fact]
    public void Execute_ProgramThatHangs_IsEndedWithWhatItStarted()
    {
        using var run = new ProgramRun(TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        var result = run.Execute("/bin/sh", ["-c", "sleep 20 & sleep 20"], CancellationToken.None);

        Assert.False(result.IsDone);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Execute_Program_KnowsNothingOfOurEnvironment()
    {
        Environment.SetEnvironmentVariable("PLANSEARCH_SECRET", "key");
        using var run = new ProgramRun(ProgramRun.Usual);

        var output = run.Execute("/bin/sh", ["-c", "env"], CancellationToken.None).Output;

        Assert.DoesNotContain("PLANSEARCH_SECRET", output, StringComparison.Ordinal);
        Assert.Contains($"HOME={run.Folder}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_ArgumentsThatLookLikeCommands_StayArguments()
    {
        using var run = new ProgramRun(ProgramRun.Usual);

        Assert.Equal("$(id); `id`\n", run.Execute("/bin/echo", ["$(id); `id`"], CancellationToken.None).Output);
    }

    [Fact]
    public void Execute_ProgramThatIsNotThere_IsNotDone()
    {
        using var run = new ProgramRun(ProgramRun.Usual);

        Assert.False(run.Execute("/nowhere/soffice", [], CancellationToken.None).IsDone);
    }

    [Fact]
    public void Put_FolderThatTakesNothing_IsARefusalOfTheFile()
    {
        using var run = new ProgramRun(ProgramRun.Usual);
        Directory.Delete(run.Folder);
        File.WriteAllText(run.Folder, "");
        try
        {
            var refused = Assert.Throws<RefusedFileException>(() => run.Put("plan.doc", [1]));

            Assert.Equal(ReadFailureCode.ProgramFailed, refused.Failure.Code);
            Assert.Contains("临时文件夹", refused.Failure.Message, StringComparison.Ordinal);
            run.Dispose();
        }
        finally
        {
            File.Delete(run.Folder);
        }
    }

    [Fact]
    public void Start_ProgramThatIsNotThere_IsARefusalOfTheFile()
    {
        var refused = Assert.Throws<RefusedFileException>(() => ChildProcess.Start(new ProcessStartInfo("/nowhere/reader")));

        Assert.Contains("/nowhere/reader", refused.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void End_ProcessThatIsGone_DoesNothing()
    {
        var process = ChildProcess.Start(new ProcessStartInfo("/bin/true"));
        process.WaitForExit();
        ChildProcess.End(process);
        process.Dispose();

        ChildProcess.End(process);
    }

    [Fact]
    public void Missing_Program_NamesTheRemedy()
    {
        var failure = ForeignProgram.Office.Missing("RTF").Failure!;

        Assert.Equal(ReadFailureCode.UnsupportedFormat, failure.Code);
        Assert.Contains("安装 LibreOffice", failure.Message, StringComparison.Ordinal);
        Assert.Equal("LibreOffice（soffice）", failure.MissingProgram);
    }
}
