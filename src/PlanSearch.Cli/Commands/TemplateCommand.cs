using System.CommandLine;
using PlanSearch.Export.Word;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch template FILE</c>: the template of Word documents, to be changed.</summary>
internal static class TemplateCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "写到这里；已有的文件不覆盖" };
        var command = new Command("template", "写出默认的 Word 模板，供修改样式、页眉页脚和页边距") { file };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var target = parse.GetValue(file)!;
            if (target.Exists)
            {
                await terminal.Error.WriteLineAsync($"{target.FullName} 已经存在，没有覆盖：可能是改过的模板。");
                return ExitCode.WrongUse;
            }

            await OutputFile.WriteAsync(target.FullName, output => output.WriteAsync(WordTemplate.Default(), cancellationToken).AsTask());
            await terminal.Out.WriteLineAsync(
                $"已写出 {target.FullName}。改好后在设置 PlanSearch:WordTemplate 中写明，或放在 index-data 中，名为 {WordTemplate.FileName}。");
            return ExitCode.Done;
        });
        return command;
    }
}
