using System.Text;

namespace PlanSearch.Cli.Tests;

/// <summary>A folder with two small plans and the index built from them; removed at the end.</summary>
public sealed class TempCorpus : IAsyncLifetime
{
    private const string City = """
        临漪市国民经济和社会发展第十四个五年规划纲要

        第一章 发展基础

        第一节 成效

        五年来，临漪氢能产业起步，氢能公交上路。

        第二章 重点任务

        第一节 能源

        发展氢能和储能，建设加氢站。

        专栏1 能源工程

        1. 氢能示范线；2. 储能电站。

        第三章 保障实施

        强化监督考核。
        """;

    private const string County = """
        石栎县国民经济和社会发展第十四个五年规划纲要

        第一章 发展基础

        林下经济成为支柱。

        第二章 重点任务

        发展储能，保护山林。
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansearch-cli-");

    /// <summary>The folder of the plans: linyi.txt and shili.txt.</summary>
    public string Plans => Path.Combine(_folder.FullName, "plans");

    /// <summary>The folder of the index.</summary>
    public string Index => Path.Combine(_folder.FullName, "index");

    /// <summary>A file in the folder that holds both.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Plans);
        await File.WriteAllTextAsync(Path.Combine(Plans, "linyi.txt"), City, Encoding.UTF8);
        await File.WriteAllTextAsync(Path.Combine(Plans, "shili.txt"), County, Encoding.UTF8);
        var run = await CliRun.Of("index", Plans, "--index", Index);
        if (run.ExitCode != ExitCode.Done)
        {
            throw new InvalidOperationException($"The index of the tests could not be built: {run.Error}{run.Out}");
        }
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs a command against the index.</summary>
    internal Task<CliRun> Run(params string[] args) => CliRun.Of([.. args, "--index", Index]);
}
