using System.Text.RegularExpressions;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>Codes of faults are those of one table: no source, no description of the API and no manual knows another.</summary>
public sealed partial class FaultKindsTests
{
    private const string Table = "src/PlanSearch.Queries/Requests/FaultKinds.cs";

    [Fact]
    public void Sources_NameNoCode()
    {
        var codes = FaultKinds.All.Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        var sources = SourceTree.Files("src", ".cs", ".razor").Where(file => file != Table).ToList();

        Assert.True(sources.Count > 300);
        Assert.Contains(Table, SourceTree.Files("src", ".cs"));
        var found = sources.SelectMany(file => SourceTree.Read(file).Split('\n')
            .Where(line => Made().IsMatch(line) || Literal().Matches(line).Any(word => codes.Contains(word.Groups["word"].Value)))
            .Select(line => $"{file}: {line.Trim()}"));
        Assert.Empty(found);
    }

    [Fact]
    public void Table_EachKind_IsSaidOnceAndHasItsPlaces()
    {
        Assert.True(FaultKinds.All.Length > 60);
        Assert.Equal(FaultKinds.All.Length, FaultKinds.All.DistinctBy(kind => kind.Code).Count());
        Assert.All(FaultKinds.All, kind =>
        {
            Assert.Matches("^[a-z]+(_[a-z]+)*$", kind.Code);
            Assert.True(kind.Status is null or (>= 400 and < 600), kind.Code);
            Assert.True(kind.ExitCode is null or ExitCode.DoneWithFailures or ExitCode.WrongUse or ExitCode.UnusableIndex, kind.Code);
            Assert.True(kind.Status is not null || kind.ExitCode is not null, kind.Code);
            Assert.NotEmpty(kind.Meaning);
            Assert.NotEmpty(kind.InEnglish);
        });
    }

    [Fact]
    public void Fault_OfACodeInNoTable_IsRefused() => Assert.Throws<ArgumentException>(() => new RequestFault("no_such_code", "。"));

    [Fact]
    public void Manual_ListsTheTable()
    {
        var listed = SourceTree.Read("docs/一小时门户接入.md")
            .Split('\n')
            .SkipWhile(line => line != "## 错误代码")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(
            FaultKinds.All.Select(kind => $"| `{kind.Code}` | {Said(kind.Status)} | {Said(kind.ExitCode)} | {kind.Meaning} |"), listed);
    }

    [Fact]
    public void Manuals_NameNoOtherCode()
    {
        var codes = FaultKinds.All.Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        var texts = SourceTree.Files("docs", ".md").Concat(["README.md", "README.zh.md"]).Select(SourceTree.Read);
        var named = texts.SelectMany(text => WithStatus().Matches(text).Select(match => match.Groups["word"].Value)).Distinct().ToList();

        Assert.True(named.Count > 4);
        Assert.All(named, code => Assert.Contains(code, codes));
    }

    private static string Said(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "—";

    [GeneratedRegex("\"(?<word>[a-z]+(_[a-z]+)+)\"")]
    private static partial Regex Literal();

    // A fault made of a code in quotes, whatever it is.
    [GeneratedRegex("RequestFault(\\(| \\w+\\([^)]*\\) => new\\()\\s*\"")]
    private static partial Regex Made();

    // 409 `plan_exists`
    [GeneratedRegex("\\b[45][0-9][0-9] `(?<word>[a-z]+(_[a-z]+)+)`")]
    private static partial Regex WithStatus();
}
