using System.Diagnostics;
using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Reading.Formats.Programs;

namespace PlanSearch.Plans.Tests.Reading.Formats;

public sealed class ProgramRunTests
{
    [Fact]
    public void Execute_ProgramThatHangs_IsEndedWithWhatItStarted()
    {
        using var run = new ProgramRun(TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        var result = run.Execute("/bin/sh", ["-c", "sleep 20 & sleep 20"]);

        Assert.False(result.IsDone);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Execute_Program_KnowsNothingOfOurEnvironment()
    {
        Environment.SetEnvironmentVariable("PLANSEARCH_SECRET", "key");
        using var run = new ProgramRun(ProgramRun.Usual);

        var output = run.Execute("/bin/sh", ["-c", "env"]).Output;

        Assert.DoesNotContain("PLANSEARCH_SECRET", output, StringComparison.Ordinal);
        Assert.Contains($"HOME={run.Folder}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_ArgumentsThatLookLikeCommands_StayArguments()
    {
        using var run = new ProgramRun(ProgramRun.Usual);

        Assert.Equal("$(id); `id`\n", run.Execute("/bin/echo", ["$(id); `id`"]).Output);
    }

    [Fact]
    public void Execute_ProgramThatIsNotThere_IsNotDone()
    {
        using var run = new ProgramRun(ProgramRun.Usual);

        Assert.False(run.Execute("/nowhere/pdftotext", []).IsDone);
    }

    [Fact]
    public void Missing_Program_NamesTheRemedy()
    {
        var failure = ForeignProgram.PdfToText.Missing("PDF").Failure!;

        Assert.Equal(ReadFailureCode.UnsupportedFormat, failure.Code);
        Assert.Contains("安装 poppler-utils", failure.Message, StringComparison.Ordinal);
        Assert.Equal("poppler-utils（pdftotext）", failure.MissingProgram);
    }
}
