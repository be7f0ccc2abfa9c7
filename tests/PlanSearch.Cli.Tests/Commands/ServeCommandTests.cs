using PlanSearch.Cli.Commands;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class ServeCommandTests
{
    [Fact]
    public void Settings_NothingSaid_LeavesEverythingToTheHost() =>
        Assert.Empty(ServeCommand.Settings([], index: null, urls: null, allowDrop: false));

    [Fact]
    public void Settings_PathsIndexAndAddress_AreTheHostsSettings()
    {
        var folder = Path.GetTempPath();

        var settings = ServeCommand.Settings(
            [Path.Combine(folder, "a"), Path.Combine(folder, "b")],
            new DirectoryInfo(Path.Combine(folder, "index")),
            "http://localhost:7000",
            allowDrop: true);

        Assert.Equal(
            [
                $"--PlanSearch:Plans:0={Path.Combine(folder, "a")}",
                $"--PlanSearch:Plans:1={Path.Combine(folder, "b")}",
                $"--PlanSearch:IndexDirectory={Path.Combine(folder, "index")}",
                "--urls=http://localhost:7000",
                "--PlanSearch:AllowDrop=true",
            ],
            settings);
    }
}
