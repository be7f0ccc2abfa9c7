using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>What src/ARCHITECTURE.md says of the tree, held against the tree.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 500;
    private static readonly string[] Junk = ["Core", "Common", "Utils", "Utilities", "Helpers", "Shared", "Misc"];

    public static TheoryData<string, string, string> Projects => new()
    {
        // project              projects it references                packages it uses
        { "PlanSearch.Plans",   "",                                   "AngleSharp DocumentFormat.OpenXml Markdig PdfPig" },
        { "PlanSearch.Index",   "PlanSearch.Plans",                   "Lucene.Net Lucene.Net.Analysis.SmartCn" },
        { "PlanSearch.OpenSearch", "PlanSearch.Index",                "" },
        { "PlanSearch.Queries", "PlanSearch.Plans",                   "YamlDotNet" },
        { "PlanSearch.Corpus",  "PlanSearch.Index PlanSearch.Queries", "CsvHelper YamlDotNet" },
        { "PlanSearch.Answers", "PlanSearch.Corpus",                  "CsvHelper" },
        { "PlanSearch.Export",  "PlanSearch.Answers",                 "CsvHelper DocumentFormat.OpenXml" },
        { "PlanSearch.Web",     "PlanSearch.Export "
            + "PlanSearch.OpenSearch", "Microsoft.AspNetCore.OpenApi Spectre.Console Swashbuckle.AspNetCore.SwaggerUI" },
        { "PlanSearch.Cli",     "PlanSearch.Web",                     "Spectre.Console System.CommandLine" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_ReferencesAndPackages_AreThoseOfTheTable(string project, string references, string packages)
    {
        var listed = XDocument.Parse(SourceTree.Read($"src/{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

        Assert.Equal(references, string.Join(' ', listed));
        Assert.Equal(packages, PackagesOf(project));
    }

    [Theory]
    [InlineData("src", "Lucene", "src/PlanSearch.Index/")]
    [InlineData("src/PlanSearch.Plans", "Format", "src/PlanSearch.Plans/Reading/Formats/")]
    [InlineData("src/PlanSearch.Export", "Format", "src/PlanSearch.Export/Word/")]
    public void Packages_OfOneFolder_AreNamedNowhereElse(string tree, string package, string folder) =>
        Assert.Equal(
            "",
            string.Join('\n', SourceTree.Files(tree, ".cs", ".razor")
                .Where(path => !path.StartsWith(folder, StringComparison.Ordinal))
                .Where(path => (package == "Lucene" ? LucenePackage() : FormatPackage()).IsMatch(SourceTree.Read(path)))));

    [Fact]
    public void ChineseAnalysis_OfLucene_IsNamedInOneFolderThatNamesNothingElseOfTheIndex()
    {
        var naming = SourceTree.Files("src", ".cs")
            .Where(path => SourceTree.Read(path).Contains("Lucene.Net.Analysis.Cn", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(naming);
        Assert.All(naming, path => Assert.StartsWith("src/PlanSearch.Index/Words/", path, StringComparison.Ordinal));
        Assert.All(naming, path => Assert.DoesNotContain("using PlanSearch.", SourceTree.Read(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Tree_Folders_AreNamedForWhatTheyHold()
    {
        var parts = SourceTree.Files("src").Concat(SourceTree.Files("tests"))
            .SelectMany(path => path.Split('/')[..^1])
            .SelectMany(folder => folder.Split('.'))
            .Distinct();

        Assert.Empty(parts.Intersect(Junk));
    }

    [Fact]
    public void Sources_Length_IsWithinTheLimit() =>
        Assert.Equal(
            "",
            string.Join('\n', SourceTree.Files("src", ".cs", ".razor")
                .Select(path => (path, lines: SourceTree.Read(path).Count(letter => letter == '\n')))
                .Where(file => file.lines > LongestFile)
                .Select(file => $"{file.path}: {file.lines} lines")));

    [Fact]
    public void Sources_Unsafe_StandsInOneFileAtMost()
    {
        var files = SourceTree.Files("src", ".cs").Where(path => Unsafe().IsMatch(SourceTree.Read(path))).ToList();

        Assert.True(files.Count <= 1, string.Join('\n', files));
    }

    [Fact]
    public void Sources_TimeAndChance_ComeInByParameter() =>
        Assert.Equal(
            "",
            string.Join('\n', SourceTree.Files("src", ".cs", ".razor").Where(path => ClockOrChance().IsMatch(SourceTree.Read(path)))));

    [Fact]
    public void PageTexts_Each_IsSaidOnSomePage()
    {
        var texts = SourceTree.Files("src/PlanSearch.Web/Pages/Texts", ".cs")
            .Where(path => Path.GetFileName(path).StartsWith("PageTexts", StringComparison.Ordinal))
            .ToList();
        var declared = texts.SelectMany(path => AbstractText().Matches(SourceTree.Read(path)).Select(found => found.Groups["name"].Value))
            .ToList();
        var said = string.Join('\n', SourceTree.Files("src/PlanSearch.Web/Pages", ".cs", ".razor")
            .Where(
                path => !Path.GetFileName(path).StartsWith("Chinese", StringComparison.Ordinal)
                    && !Path.GetFileName(path).StartsWith("English", StringComparison.Ordinal))
            .Select(path => AbstractText().Replace(SourceTree.Read(path), "")));

        Assert.True(declared.Count > 200);
        Assert.Equal(
            "",
            string.Join('\n', declared.Where(name => !Regex.IsMatch(said, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))));
    }

    [Fact]
    public void ArchitectureText_FilesItNames_AreThere()
    {
        var text = SourceTree.Read("src/ARCHITECTURE.md");
        var known = SourceTree.Files("src").Concat(SourceTree.Files("tests")).ToList();
        var named = FileName().Matches(text).Select(found => found.Groups["name"].Value).Distinct().ToList();

        Assert.True(named.Count > 20, "ARCHITECTURE.md names fewer files than its two paths have steps.");
        Assert.Equal(
            "",
            string.Join(
                '\n', named.Where(name => !known.Any(path => path == name || path.EndsWith("/" + name, StringComparison.Ordinal)))));
    }

    [Fact]
    public void ArchitectureText_FoldersOfTheProjects_AreEachExplained()
    {
        var text = SourceTree.Read("src/ARCHITECTURE.md");
        var folders = SourceTree.Files("src", ".cs", ".razor")
            .Select(path => path.Split('/'))
            .Where(parts => parts.Length > 3)
            .Select(parts => $"{parts[1]}/{parts[2]}/")
            .Distinct();

        Assert.Equal("", string.Join('\n', folders.Where(folder => !text.Contains($"`{folder}`", StringComparison.Ordinal))));
    }

    private static string PackagesOf(string project) =>
        string.Join(' ', XDocument.Parse(SourceTree.Read($"src/{project}/{project}.csproj"))
            .Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value)
            .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\bLucene\.Net\b")]
    private static partial Regex LucenePackage();

    [GeneratedRegex(@"abstract string (?<name>\w+)")]
    private static partial Regex AbstractText();

    [GeneratedRegex(@"\b(AngleSharp|DocumentFormat|Markdig|UglyToad)\.")]
    private static partial Regex FormatPackage();

    [GeneratedRegex(@"(?<!')\bunsafe\b(?!.*///)", RegexOptions.Multiline)]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|new Random\(\)|\bRandom\.Shared\b")]
    private static partial Regex ClockOrChance();

    [GeneratedRegex("`(?<name>[\\w./-]+\\.(?:cs|razor|md|csproj|tsv|css|js|sh))`")]
    private static partial Regex FileName();
}
