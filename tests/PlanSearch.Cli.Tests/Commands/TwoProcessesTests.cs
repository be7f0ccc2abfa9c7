using System.Diagnostics;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Storage;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Cli.Tests.Commands;

/// <summary>A writer in another process beside readers in this one.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private static readonly SearchRequest Request = new() { Query = "储能", Size = 1 };

    private readonly TempCorpus _corpus = new();

    private CorpusOptions Options => new() { IndexDirectory = _corpus.Index };

    public Task InitializeAsync() => _corpus.InitializeAsync();

    public Task DisposeAsync() => _corpus.DisposeAsync();

    [Fact]
    public async Task Index_InAnotherProcess_IsTakenUpByAReaderThatIsOpen()
    {
        using var corpus = PlanCollection.Open(Options);
        Assert.Equal((1L, 2), (corpus.Status.Generation, corpus.Plans.Length));
        await WritePlan("新县", "发展储能。");

        Assert.Equal(ExitCode.Done, (await RunApart("index", _corpus.Plans)).ExitCode);

        Assert.Equal((2L, 3), (corpus.Status.Generation, corpus.Plans.Length));
    }

    [Fact]
    public async Task Index_SeveralTimesInOtherProcesses_CursorOfAReaderThatIsOpenGoesOn()
    {
        using var corpus = PlanCollection.Open(Options);
        var first = corpus.Search(Request, default).Value!;
        for (var i = 0; i < 3; i++)
        {
            await WritePlan($"新县{i}", "发展储能。");
            Assert.Equal(ExitCode.Done, (await RunApart("index", _corpus.Plans)).ExitCode);
        }

        var second = corpus.Search(Request with { Cursor = first.Next }, default).Value!;

        Assert.Equal((1L, first.Certificate.Records), (second.Certificate.Generation, second.Certificate.Records));
        Assert.True(corpus.Search(Request, default).Value!.Certificate.Records > first.Certificate.Records);
    }

    [Fact]
    public async Task Index_WhileAnotherProcessWrites_IsRefusedAndSaysWhy()
    {
        using var held = new FileIndexDirectory(_corpus.Index).Lock();

        var run = await RunApart("index", _corpus.Plans, "--rebuild");

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("另一个进程正在写这个索引", run.Error, StringComparison.Ordinal);
        Assert.Contains(FileIndexDirectory.LockName, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_WithoutTheProgramForSomeFiles_SaysOnceHowManyItMisses()
    {
        await File.WriteAllBytesAsync(Path.Combine(_corpus.Plans, "乙.rtf"), "{\\rtf1 }"u8.ToArray());
        await File.WriteAllBytesAsync(Path.Combine(_corpus.Plans, "丙.rtf"), "{\\rtf1}"u8.ToArray());

        var run = await RunApartAmong(path: "/nowhere", "index", _corpus.Plans);

        Assert.Equal(ExitCode.DoneWithFailures, run.ExitCode);
        Assert.Contains("待核事项：本机没有安装 LibreOffice（soffice）：2 个文件要靠它读取，没有入库；安装后重新入库即可。", run.Lines);
    }

    private Task WritePlan(string name, string words) =>
        File.WriteAllTextAsync(Path.Combine(_corpus.Plans, $"{name}.txt"), $"{name}国民经济和社会发展第十四个五年规划纲要\n\n第一章 任务\n\n{words}\n");

    private Task<CliRun> RunApart(params string[] args) => RunApartAmong(path: null, args);

    // The path is where the other process looks for programs; ours when it is null.
    private async Task<CliRun> RunApartAmong(string? path, params string[] args)
    {
        var start = CliRun.Apart([.. args, "--index", _corpus.Index]);
        start.Environment["PATH"] = path ?? start.Environment["PATH"];
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CliRun(process.ExitCode, await output, await error);
    }
}
