using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch index PATH…</c>: brings the index in step with folders of plan files.</summary>
internal sealed class IndexCommand
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "规划文件，或存放规划文件的文件夹（含其下各级）；不写时取 PlanSearch__Plans",
        Arity = ArgumentArity.ZeroOrMore
    };

    private readonly Option<bool> _only = new("--only") { Description = "只保留这些路径下的规划；不写时其他路径的规划保留" };
    private readonly Option<bool> _rebuild = new("--rebuild") { Description = "全部重新入库，完成后替换原索引" };

    private readonly Option<bool> _allowDrop = new("--allow-drop")
    {
        Description = "允许一次移除某个文件夹的全部或半数以上规划；不写时不入库，以防磁盘没有挂载"
    };

    private readonly Option<bool> _followLinks = new("--follow-links")
    {
        Description = "采用指向规划文件夹之外的链接；不写时取 PlanSearch__FollowLinks，没有设置时不采用，逐一列名"
    };

    private readonly ChangeLogOptions _changeLog = new();
    private readonly FormatOption _format = new(FormatOption.Text, FormatOption.Json);
    private readonly Terminal _terminal;
    private readonly CollectionOption _collection;

    private IndexCommand(Terminal terminal) => (_terminal, _collection) = (terminal, new CollectionOption(terminal));

    public static Command Create(Terminal terminal)
    {
        var index = new IndexCommand(terminal);
        var command = new Command("index", "入库：新增、替换、移除与文件夹保持一致，未变的跳过")
        {
            index._paths,
            index._collection,
            index._only,
            index._rebuild,
            index._allowDrop,
            index._followLinks,
            index._format
        };
        index._changeLog.AddTo(command);
        command.SetAction((parse, cancellationToken) => Task.Run(() => index.Run(parse, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellationToken)
    {
        var roots = parse.GetValue(_paths) is { Length: > 0 } named ? named : [.. _terminal.Settings().Plans];
        if (roots.Length == 0)
        {
            _terminal.Error.WriteLine("没有写规划文件夹，也没有设置 PlanSearch__Plans。");
            return ExitCode.WrongUse;
        }

        if (roots.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
        {
            _terminal.Error.WriteLine($"找不到 {missing}。");
            return ExitCode.WrongUse;
        }

        var request = new IngestRequest([.. roots], parse.GetValue(_only), parse.GetValue(_rebuild))
        {
            AllowDrop = parse.GetValue(_allowDrop)
        };
        var (report, refused) = IngestProgressBar.Show(
            _terminal, progress => PlanIngest.Run(OptionsOf(parse), request, progress, cancellationToken));
        if (report is null)
        {
            _terminal.Error.WriteLine(refused!.Message);
            return ExitCode.Of(refused.Code);
        }

        if (parse.GetValue(_format) == FormatOption.Json)
        {
            JsonPrinter.Print(report, _terminal.Out);
        }
        else
        {
            IngestPrinter.Print(report, _terminal.Out);
        }

        return report.Failures.IsEmpty ? ExitCode.Done : ExitCode.DoneWithFailures;
    }

    private CorpusOptions OptionsOf(ParseResult parse)
    {
        var said = _collection.Of(parse);
        return said with
        {
            ChangeLog = _changeLog.Of(parse) ?? (_terminal.Settings().SaysChangeLog ? said.ChangeLog : null),
            FollowLinks = said.FollowLinks || parse.GetValue(_followLinks),
        };
    }
}
