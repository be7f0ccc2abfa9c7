using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Cli.Commands;

/// <summary>The whole command line: which commands there are, and what becomes of what they throw.</summary>
internal static class CommandLine
{
    /// <summary>Parses, runs and answers one command; exceptions of the index become messages and exit codes.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        // A query may begin with @ and a filter with -: neither is a file of arguments or a bundle of options.
        var parser = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        var parse = Root(terminal).Parse(args, parser);
        if (Faults(parse) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await terminal.Error.WriteLineAsync(fault);
            }

            var command = parse.CommandResult.Command;
            await terminal.Error.WriteLineAsync($"用法见：plansearch {(command is RootCommand ? "" : $"{command.Name} ")}--help");
            return ExitCode.WrongUse;
        }

        try
        {
            return parse.Action is HelpAction ? await HelpAsync(parse, terminal) : await InvokeAsync(parse, terminal);
        }
        catch (Exception thrown) when (AnswerTo(thrown) is { } answer)
        {
            foreach (var line in answer.Lines)
            {
                await terminal.Error.WriteLineAsync(line);
            }

            return answer.ExitCode;
        }
    }

    private static async Task<int> HelpAsync(ParseResult parse, Terminal terminal)
    {
        using var help = new StringWriter();
        var exitCode = await parse.InvokeAsync(new InvocationConfiguration { Output = help });
        await terminal.Out.WriteAsync(ParserTexts.Help(help.ToString()));
        return exitCode;
    }

    private static Task<int> InvokeAsync(ParseResult parse, Terminal terminal) => parse.InvokeAsync(new InvocationConfiguration
    {
        Output = terminal.Out,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
    });

    /// <summary>What is said of an exception, and the exit code; null for one that is a fault of the program.</summary>
    private static (string[] Lines, int ExitCode)? AnswerTo(Exception thrown) => thrown switch
    {
        IndexMissingException { Directory: var directory } => (
            [$"{directory} 中没有索引。先入库：plansearch index PATH --index {directory}"], ExitCode.Of(FaultKinds.IndexMissing)),
        IndexUnusableException => (
            ["索引不能使用；规划文件不受影响，可以重建：plansearch index PATH --rebuild", thrown.Message],
            ExitCode.Of(FaultKinds.IndexDamaged)),
        IndexForeignException { File: var file } => (
            [$"{file} 属于另一程序的 Lucene 索引，或者说明数据版本的文件都已丢失；没有改动。用 --index 另写一个文件夹，或者把这些文件移走后重新入库。"],
            ExitCode.Of(FaultKinds.IndexDamaged)),
        BackupUnusableException => (["快照不能使用，索引未改动。", thrown.Message], ExitCode.UnusableIndex),
        IndexUnwritableException { Place: var place } => (
            [$"不能写入 {place}：磁盘已满，或没有写入权限。原索引未改动，仍可检索。", thrown.Message],
            ExitCode.Of(FaultKinds.IndexNotWritable)),
        IndexLockedException { Holder: var holder } => (
            [$"另一个进程正在写这个索引（{holder}）。等它结束再试。"], ExitCode.Of(FaultKinds.IndexBusy)),
        HostSettingsException or IOException or UnauthorizedAccessException => ([thrown.Message], ExitCode.WrongUse),
        OperationCanceledException => (["已中止，索引未改动。"], ExitCode.DoneWithFailures),
        _ => null,
    };

    /// <summary>The parser's errors, and options it took for words of a query because no command has them.</summary>
    private static List<string> Faults(ParseResult parse) =>
    [
        .. parse.Errors.Select(error => ParserTexts.Message(error.Message)),
        .. parse.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value))
            .Select(token => $"没有 {token.Value} 这个选项；如果要找的就是它，写在 -- 之后。"),
    ];

    private static bool LooksLikeOption(string word) =>
        word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(word[2]);

    /// <summary>The commands in the order in which help lists them; made anew at each call.</summary>
    internal static RootCommand Root(Terminal terminal) => new("规划文本检索：逐处可查，数目可复核。")
    {
        IndexCommand.Create(terminal),
        SegmentCommand.Create(terminal),
        SearchCommand.Create(terminal),
        MentionsCommand.Create(terminal),
        CollocatesCommand.Create(terminal),
        PlansCommand.Create(terminal),
        LedgerCommand.Create(terminal),
        MetaCommand.Create(terminal),
        ReplicateCommand.Create(terminal),
        VerifyCommand.Create(terminal),
        SnapshotCommand.Create(terminal),
        RestoreCommand.Create(terminal),
        TemplateCommand.Create(terminal),
        MeasureCommand.Create(terminal),
        JudgeCommand.Create(terminal),
        ServeCommand.Create(),
        HealthCommand.Create(terminal),
        TokenCommand.Create(terminal),
    };
}
