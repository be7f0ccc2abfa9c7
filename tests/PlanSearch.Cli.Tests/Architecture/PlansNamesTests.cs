using System.Text.RegularExpressions;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>Of the parser's project pages and command line name the records they show; only two commands name the parser.</summary>
public sealed class PlansNamesTests
{
    private static readonly string[] Parsing =
        ["src/PlanSearch.Cli/Commands/RuleReport.cs", "src/PlanSearch.Cli/Commands/SegmentCommand.cs"];

    [Fact]
    public void Parser_IsNamedByTheCommandsThatShowIt() => Assert.Equal(
        Parsing,
        SourceTree.Files("src/PlanSearch.Web", ".cs", ".razor").Concat(SourceTree.Files("src/PlanSearch.Cli", ".cs"))
            .Where(path => Regex.IsMatch(
                SourceTree.Read(path), @"using PlanSearch\.Plans\.Parsing", RegexOptions.None, TimeSpan.FromSeconds(1))));
}
