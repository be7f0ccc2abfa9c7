using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Export.Tables;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch meta export FILE</c> and <c>meta import FILE</c>: what is known of the plans as a table, and back.</summary>
internal static class MetaCommand
{
    private const string Csv = ".csv";
    private const string Workbook = ".xlsx";

    public static Command Create(Terminal terminal) => new("meta", "规划信息：导出成表格核对，改好后导入") { Export(terminal), Import(terminal) };

    private static Command Export(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "写入的表格：.csv 或 .xlsx" };
        var collection = new CollectionOption(terminal);
        var command = new Command("export", "导出：每份规划一行，写入 .csv 或 .xlsx") { file, collection };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var target = parse.GetRequiredValue(file);
            if (target.Extension is not (Csv or Workbook))
            {
                await terminal.Error.WriteLineAsync($"{target.Name} 的扩展名应是 .csv 或 .xlsx。");
                return ExitCode.WrongUse;
            }

            using var plans = collection.Open(parse);
            using var reader = plans.Read();
            await OutputFile.WriteAsync(target.FullName, output => WriteAsync(reader, output, target.Extension, cancellationToken));
            await terminal.Out.WriteLineAsync($"{reader.Plans.Length} 份规划的规划信息已写入 {target.FullName}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Task WriteAsync(CollectionReader reader, Stream output, string extension, CancellationToken cancellationToken) =>
        extension == Csv
        ? MetadataExport.WriteCsvAsync(reader, output, cancellationToken)
        : MetadataExport.WriteWorkbookAsync(reader, output, cancellationToken);

    private static Command Import(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "改好的表格（CSV 或 xlsx），须有“编号”一栏" };
        var collection = new CollectionOption(terminal);
        var command = new Command("import", "导入：与索引不同之处写入规划旁的 .meta.yaml，再次入库后生效") { file, collection };
        command.SetAction(parse =>
        {
            var source = parse.GetRequiredValue(file);
            if (!source.Exists)
            {
                terminal.Error.WriteLine($"找不到 {source.FullName}。");
                return ExitCode.WrongUse;
            }

            var (report, fault) = MetadataImport.Run(collection.Of(parse), File.ReadAllBytes(source.FullName));
            if (report is null)
            {
                terminal.Error.WriteLine(fault!.Message);
                return ExitCode.DoneWithFailures;
            }

            Print(report, terminal.Out);
            return report.Faults.IsEmpty ? ExitCode.Done : ExitCode.DoneWithFailures;
        });
        return command;
    }

    private static void Print(MetadataImportReport report, TextWriter writer)
    {
        writer.WriteLine($"写入 {report.Written.Length} 份，未变 {report.Unchanged} 份，未采用 {report.Faults.Length} 处");
        foreach (var fault in report.Faults)
        {
            writer.WriteLine($"未采用：{fault}");
        }

        if (!report.Written.IsEmpty)
        {
            writer.WriteLine($"已写入：{string.Join("、", report.Written)}");
            writer.WriteLine("再次入库后生效：plansearch index PATH");
        }
    }
}
