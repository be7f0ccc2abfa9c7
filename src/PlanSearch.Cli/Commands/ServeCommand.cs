using System.CommandLine;
using PlanSearch.Web;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch serve</c>: page and HTTP API over the same index.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "规划文件夹；索引缺失或过时时先入库。不写时为 index-data/plans",
            Arity = ArgumentArity.ZeroOrMore
        };
        var index = new Option<DirectoryInfo?>("--index") { Description = "索引所在的文件夹", HelpName = "DIR" };
        var urls = new Option<string?>("--urls") { Description = $"监听地址；不写时为 {WebHost.DefaultUrl}" };
        var allowDrop = new Option<bool>("--allow-drop") { Description = "允许这次启动移除某个文件夹的全部或半数以上规划；不写时照旧检索，以防磁盘没有挂载" };
        var command = new Command("serve", "启动网页和接口服务") { paths, index, urls, allowDrop };
        command.SetAction((parse, _) => WebHost.RunAsync(
            [.. Settings(parse.GetValue(paths) ?? [], parse.GetValue(index), parse.GetValue(urls), parse.GetValue(allowDrop))]));
        return command;
    }

    /// <summary>The options as the host's settings.</summary>
    internal static IEnumerable<string> Settings(string[] plans, DirectoryInfo? index, string? urls, bool allowDrop)
    {
        foreach (var (plan, at) in plans.Select((plan, at) => (plan, at)))
        {
            yield return $"--PlanSearch:Plans:{at}={Path.GetFullPath(plan)}";
        }

        if (index is not null)
        {
            yield return $"--PlanSearch:IndexDirectory={index.FullName}";
        }

        if (urls is not null)
        {
            yield return $"--urls={urls}";
        }

        if (allowDrop)
        {
            yield return "--PlanSearch:AllowDrop=true";
        }
    }
}
