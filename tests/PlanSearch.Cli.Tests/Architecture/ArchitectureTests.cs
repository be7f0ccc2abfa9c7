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
        // project              projects it references                    namespaces of ours its sources may name (and what lies below them)
        { "PlanSearch.Plans",   "",                                       "PlanSearch.Plans" },
        { "PlanSearch.Engine",  "PlanSearch.Plans",                       "PlanSearch.Engine PlanSearch.Plans.Text" },
        { "PlanSearch.Corpus",  "PlanSearch.Engine PlanSearch.Plans",     "PlanSearch.Corpus PlanSearch.Engine PlanSearch.Plans" },
        { "PlanSearch.Web",     "PlanSearch.Corpus",                      "PlanSearch.Web PlanSearch.Corpus PlanSearch.Plans" },
        { "PlanSearch.Cli",     "PlanSearch.Corpus PlanSearch.Web",       "PlanSearch.Cli PlanSearch.Web PlanSearch.Corpus PlanSearch.Plans" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_References_FollowTheDirection(string project, string references, string namespaces)
    {
        var listed = XDocument.Parse(SourceTree.Read($"src/{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

        Assert.Equal(references, string.Join(' ', listed));
        Assert.NotEqual("", namespaces);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_Usings_NameOnlyWhatTheyMay(string project, string references, string namespaces)
    {
        Assert.NotNull(references);
        var allowed = namespaces.Split(' ');
        var strays = SourceTree.Files($"src/{project}", ".cs", ".razor")
            .SelectMany(path => UsingOfOurs().Matches(SourceTree.Read(path)).Select(found => (path, name: found.Groups["name"].Value)))
            .Where(found => !allowed.Any(name => found.name == name || found.name.StartsWith(name + ".", StringComparison.Ordinal)))
            .Select(found => $"{found.path}: {found.name}");

        Assert.Equal("", string.Join('\n', strays));
    }

    // The port and what asks it: whichever engine is behind it, none of its types is met there.
    [Theory]
    [InlineData("src/PlanSearch.Corpus/Index/Port/")]
    [InlineData("src/PlanSearch.Corpus/")]
    [InlineData("src/PlanSearch.Web/")]
    [InlineData("src/PlanSearch.Cli/")]
    public void Engine_TypesOfIt_AreNamedByItsAdapterAlone(string folder)
    {
        var files = SourceTree.Files(folder.TrimEnd('/'), ".cs", ".razor")
            .Where(path => folder.EndsWith("/Port/", StringComparison.Ordinal) || !IsOfTheAdapter(path))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Equal("", string.Join('\n', files.Where(path => EngineName().IsMatch(SourceTree.Read(path)))));
    }

    [Fact]
    public void Port_WhatItNames_IsDataAndNoAdapter() =>
        Assert.Equal(
            "",
            string.Join('\n', SourceTree.Files("src/PlanSearch.Corpus/Index/Port", ".cs").Where(path => AdapterName().IsMatch(SourceTree.Read(path)))));

    [Fact]
    public void Engine_Packages_AreLuceneAlone() => Assert.Equal("Lucene.Net Lucene.Net.Analysis.SmartCn", PackagesOf("PlanSearch.Engine"));

    [Fact]
    public void Engine_ChineseAnalysis_IsNamedInOneFolderThatNamesNothingElseOfTheEngine()
    {
        var naming = SourceTree.Files("src", ".cs").Where(path => SourceTree.Read(path).Contains("Lucene.Net.Analysis.Cn", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(naming);
        Assert.All(naming, path => Assert.StartsWith("src/PlanSearch.Engine/Words/", path, StringComparison.Ordinal));
        Assert.Equal("", string.Join('\n', naming.SelectMany(path => UsingOfOurs().Matches(SourceTree.Read(path)).Select(found => $"{path}: {found.Value}"))));
    }

    // Words are below answers: what cuts them knows the dictionary by its port, and no plan.
    [Fact]
    public void Words_WhatTheyName_IsBelowThem()
    {
        string[] allowed = ["PlanSearch.Corpus.Words", "PlanSearch.Corpus.Index.Port", "PlanSearch.Corpus.Queries", "PlanSearch.Plans.Text"];
        var files = SourceTree.Files("src/PlanSearch.Corpus/Words", ".cs").ToList();

        Assert.NotEmpty(files);
        Assert.Equal(
            "",
            string.Join('\n', files.SelectMany(path => UsingOfOurs().Matches(SourceTree.Read(path)).Select(found => (path, name: found.Groups["name"].Value)))
                .Where(found => !allowed.Contains(found.name)).Select(found => $"{found.path}: {found.name}")));
    }

    [Fact]
    public void Lucene_IsNamedInTheEngineAndNowhereElse() => Assert.Equal(
        "",
        string.Join('\n', SourceTree.Files("src", ".cs", ".razor")
            .Where(path => !path.StartsWith("src/PlanSearch.Engine/", StringComparison.Ordinal))
            .Where(path => SourceTree.Read(path).Contains("Lucene.Net", StringComparison.Ordinal))));

    [Fact]
    public void Plans_Packages_AreThoseOfFormatsAndNamedNowhereElse()
    {
        Assert.Equal("AngleSharp DocumentFormat.OpenXml Markdig PdfPig", PackagesOf("PlanSearch.Plans"));
        Assert.Equal(
            "",
            string.Join('\n', SourceTree.Files("src/PlanSearch.Plans", ".cs")
                .Where(path => !path.StartsWith("src/PlanSearch.Plans/Reading/Formats/", StringComparison.Ordinal))
                .Where(path => FormatPackage().IsMatch(SourceTree.Read(path)))));
    }

    [Fact]
    public void Corpus_WordPackage_IsNamedWhereWordFilesAreWrittenAndNowhereElse()
    {
        Assert.Equal("CsvHelper DocumentFormat.OpenXml YamlDotNet", PackagesOf("PlanSearch.Corpus"));
        Assert.Equal(
            "",
            string.Join('\n', SourceTree.Files("src/PlanSearch.Corpus", ".cs")
                .Where(path => !path.StartsWith("src/PlanSearch.Corpus/Export/Word/", StringComparison.Ordinal))
                .Where(path => FormatPackage().IsMatch(SourceTree.Read(path)))));
    }

    [Fact]
    public void Projects_Table_NamesEveryProjectOfTheTree() =>
        Assert.Equal(
            SourceTree.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Projects.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

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
        var texts = SourceTree.Files("src/PlanSearch.Web/Pages/Texts", ".cs").Where(path => Path.GetFileName(path).StartsWith("PageTexts", StringComparison.Ordinal)).ToList();
        var declared = texts.SelectMany(path => AbstractText().Matches(SourceTree.Read(path)).Select(found => found.Groups["name"].Value)).ToList();
        var said = string.Join('\n', SourceTree.Files("src/PlanSearch.Web/Pages", ".cs", ".razor")
            .Where(path => !Path.GetFileName(path).StartsWith("Chinese", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("English", StringComparison.Ordinal))
            .Select(path => AbstractText().Replace(SourceTree.Read(path), "")));

        Assert.True(declared.Count > 200);
        Assert.Equal("", string.Join('\n', declared.Where(name => !Regex.IsMatch(said, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))));
    }

    [Fact]
    public void ArchitectureText_FilesItNames_AreThere()
    {
        var text = SourceTree.Read("src/ARCHITECTURE.md");
        var known = SourceTree.Files("src").Concat(SourceTree.Files("tests")).ToList();
        var named = FileName().Matches(text).Select(found => found.Groups["name"].Value).Distinct().ToList();

        Assert.True(named.Count > 20, "ARCHITECTURE.md names fewer files than its two paths have steps.");
        Assert.Equal("", string.Join('\n', named.Where(name => !known.Any(path => path == name || path.EndsWith("/" + name, StringComparison.Ordinal)))));
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

    private static bool IsOfTheAdapter(string path) =>
        path.StartsWith("src/PlanSearch.Corpus/Index/", StringComparison.Ordinal) && !path.StartsWith("src/PlanSearch.Corpus/Index/Port/", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(PlanSearch\.Engine|Engine\.(Storage|Search|Indexing|Checking|Format|Snapshots)|Lucene\.Net)\b")]
    private static partial Regex EngineName();

    [GeneratedRegex(@"\b(Embedded\w+|Counted\w+|PlanSchema|PlanCodec|BlockFilter)\b")]
    private static partial Regex AdapterName();

    [GeneratedRegex(@"abstract string (?<name>\w+)")]
    private static partial Regex AbstractText();

    [GeneratedRegex(@"\b(AngleSharp|DocumentFormat|Markdig|UglyToad)\.")]
    private static partial Regex FormatPackage();

    [GeneratedRegex(@"^\s*@?(global )?using (static )?(\w+ = )?(?<name>PlanSearch\.[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex UsingOfOurs();

    [GeneratedRegex(@"(?<!')\bunsafe\b(?!.*///)", RegexOptions.Multiline)]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|new Random\(\)|\bRandom\.Shared\b")]
    private static partial Regex ClockOrChance();

    [GeneratedRegex("`(?<name>[\\w./-]+\\.(?:cs|razor|md|csproj|tsv|css|js|sh))`")]
    private static partial Regex FileName();
}
