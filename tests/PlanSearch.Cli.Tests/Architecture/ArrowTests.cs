namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>Arrows point downward, between projects and between the folders of each. What breaks it is named with its file.</summary>
public sealed class ArrowTests
{
    /// <summary>A folder of more cannot be taken in at a glance.</summary>
    private const int MostFiles = 22;

    // The texts of a page's language, one file an area.
    private static readonly string[] LongLists = ["src/PlanSearch.Web/Pages/Texts"];

    public static TheoryData<string, string> Projects => new()
    {
        // project   whose types it may name
        { "Plans",      "" },
        { "Index",      "Plans" },
        { "OpenSearch", "Plans Index" },
        { "Queries",    "Plans" },
        { "Corpus",     "Plans Index Queries" },
        { "Answers",    "Plans Index Queries Corpus" },
        { "Export",     "Plans Index Queries Corpus Answers" },
        { "Web",        "Plans Index OpenSearch Queries Corpus Answers Export" },
        { "Cli",        "Plans Index Queries Corpus Answers Export Web" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_TypesTheyName_LieBelow(string project, string below)
    {
        var own = SourceArrows.All.Where(arrow => arrow.From.StartsWith($"src/PlanSearch.{project}/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(own);
        AssertNone(Lines(own.Where(arrow =>
            ProjectOf(arrow.ToFolder) is var named && named != project && !below.Split(' ').Contains(named))));
    }

    [Fact]
    public void Projects_Table_NamesEveryProjectOfTheTree() =>
        Assert.Equal(
            SourceTree.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Projects.Select(row => "PlanSearch." + (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Folders_ArrowsBetweenThem_FormNoCircle()
    {
        Assert.True(SourceArrows.All.Count > 5_000, $"{SourceArrows.All.Count} arrows: the walk does not see what names what.");
        AssertNone(string.Join("\n\n", FolderCircles.Of(SourceArrows.All)
            .Select(circle => string.Join('\n', circle))));
    }

    [Theory]
    [InlineData("a/x.cs b/y.cs", "")]
    [InlineData("a/x.cs b/y.cs|b/y.cs a/z.cs", "a/x.cs b/y.cs")]
    [InlineData("a/x.cs b/y.cs|b/y.cs c/z.cs|c/z.cs a/|d/w.cs a/x.cs", "a/x.cs b/y.cs c/z.cs")]
    [InlineData("a/x.cs a/y.cs|a/y.cs a/x.cs", "")]
    [InlineData("a/x.cs a/b/y.cs|a/b/z.cs a/x.cs", "a/b/z.cs a/x.cs")]
    public void FolderCircles_ArrowsOfFiles_AreThoseThatComeBack(string arrows, string inCircles)
    {
        var found = FolderCircles.Of(arrows.Split('|').Select(arrow => new Arrow(arrow.Split(' ')[0], arrow.Split(' ')[1], "")));
        var files = found.SelectMany(circle => circle).Select(arrow => arrow.From).Order(StringComparer.Ordinal);

        Assert.Equal(inCircles, string.Join(' ', files));
    }

    [Fact]
    public void Namespaces_OfFiles_AreTheirFolders() =>
        AssertNone(string.Join('\n', SourceTree.Files("src", ".cs")
            .Where(path => !path.EndsWith("/Program.cs", StringComparison.Ordinal))
            .Where(path => !("\n" + SourceTree.Read(path)).Contains($"\nnamespace {SpaceOf(path)};\n", StringComparison.Ordinal))));

    [Fact]
    public void Folders_FilesOfEach_AreFew() =>
        AssertNone(
            string.Join('\n', SourceTree.Files("src", ".cs", ".razor")
                .CountBy(path => path[..path.LastIndexOf('/')])
                .Where(folder => folder.Value > MostFiles && !LongLists.Contains(folder.Key))
                .Select(folder => $"{folder.Key}: {folder.Value} files")));

    // Whichever index is behind the port: nothing of it is met outside PlanSearch.Index but by whoever chooses it.
    [Fact]
    public void Index_BehindThePort_IsNamedByWhoeverChoosesIt()
    {
        string[] open = ["src/PlanSearch.Index/Port", "src/PlanSearch.Index/Stored", "src/PlanSearch.Index/Stored/Bytes"];
        var strays = SourceArrows.All
            .Where(arrow => ProjectOf(arrow.FromFolder) != "Index" && ProjectOf(arrow.ToFolder) == "Index")
            .Where(arrow => !open.Contains(arrow.ToFolder))
            .Select(arrow => arrow.From)
            .Distinct()
            .Order(StringComparer.Ordinal);

        // The one makes the index that is there when none is named, the other syncs a folder of plans as it does.
        Assert.Equal(["src/PlanSearch.Corpus/CorpusOptions.cs", "src/PlanSearch.Corpus/Upkeep/FileSwap.cs"], strays);
    }

    [Theory]
    [InlineData("src/PlanSearch.Index/Port")]
    [InlineData("src/PlanSearch.Index/Stored")]
    public void Port_WhatItNames_IsDataAndNoEngine(string folder)
    {
        var engine = SourceArrows.All.Where(arrow => arrow.From.StartsWith(folder + "/", StringComparison.Ordinal)
            && ProjectOf(arrow.ToFolder) == "Index"
            && !arrow.ToFolder.StartsWith("src/PlanSearch.Index/Port", StringComparison.Ordinal)
            && !arrow.ToFolder.StartsWith("src/PlanSearch.Index/Stored", StringComparison.Ordinal));

        AssertNone(Lines(engine));
        AssertNone(Lines(SourceArrows.Foreign(folder, "Lucene.Net")));
    }

    [Fact]
    public void Engine_WhatItNamesOfPlans_IsTextAlone()
    {
        string[] ofPlans = ["Port", "Stored", "Stored/Bytes", "Embedded"];
        var engine = SourceArrows.All
            .Where(arrow => ProjectOf(arrow.FromFolder) == "Index")
            .Where(arrow => !ofPlans.Any(folder => arrow.FromFolder == "src/PlanSearch.Index/" + folder))
            .ToList();

        Assert.NotEmpty(engine);
        AssertNone(Lines(engine.Where(arrow => ProjectOf(arrow.ToFolder) == "Plans" && arrow.ToFolder != "src/PlanSearch.Plans/Text")));
    }

    // The text is the finding: an equality would show its beginning only.
    private static void AssertNone(string found) => Assert.True(found.Length == 0, "\n" + found);

    private static string ProjectOf(string folder) => folder.Split('/')[1]["PlanSearch.".Length..];

    private static string SpaceOf(string path) => path["src/".Length..path.LastIndexOf('/')].Replace('/', '.');

    private static string Lines(IEnumerable<Arrow> arrows) =>
        string.Join('\n', arrows.Select(arrow => arrow.ToString()).Order(StringComparer.Ordinal));
}
