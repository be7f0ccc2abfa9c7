using System.Text.Json;
using PlanSearch.Cli.Printing;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class MentionsCommandTests(TempCorpus corpus) : IClassFixture<TempCorpus>
{
    private static readonly string[] Keys =
        ["plan", "path", "box", "boxLabel", "entry", "kind", "line", "offset", "left", "hit", "right", "citation"];

    [Fact]
    public async Task Mentions_JsonLines_PrintsEveryMentionAndEndsWithTheCertificate()
    {
        var run = await corpus.Run("mentions", "氢能", "--format", "jsonl");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(5, run.Lines.Length);
        foreach (var line in run.Lines[..^1])
        {
            using var mention = JsonDocument.Parse(line);
            Assert.All(Keys, key => Assert.True(mention.RootElement.TryGetProperty(key, out _), $"{key} is missing: {line}"));
            Assert.Equal("氢能", mention.RootElement.GetProperty("hit").GetString());
        }

        using var last = JsonDocument.Parse(run.Lines[^1]);
        Assert.Equal(4, last.RootElement.GetProperty("certificate").GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Mentions_JsonLines_NamesBoxAndEntry()
    {
        var run = await corpus.Run("mentions", "氢能示范线", "--format", "jsonl");

        using var mention = JsonDocument.Parse(run.Lines[0]);
        Assert.Equal(1, mention.RootElement.GetProperty("box").GetInt32());
        Assert.Equal(1, mention.RootElement.GetProperty("entry").GetInt32());
        Assert.Equal("box_entry", mention.RootElement.GetProperty("kind").GetString());
        Assert.Equal("linyi", mention.RootElement.GetProperty("plan").GetString());
    }

    [Fact]
    public async Task Mentions_SampleForCoding_IsDrawnAgainByItsSeedWithBlankColumns()
    {
        string[] asked = ["mentions", "氢能", "--sample", "2", "--seed", "课题组", "--format", "csv", "--coding", "编码,备注"];

        var first = await corpus.Run(asked);
        var again = await corpus.Run(asked);

        Assert.Equal(ExitCode.Done, first.ExitCode);
        Assert.Equal(4, first.Lines.Length);
        Assert.EndsWith(",提及编号,编码,备注", first.Lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(first.Lines[..3], again.Lines[..3]);
        Assert.Contains(
            "\"\"sample\"\":{\"\"size\"\":2,\"\"seed\"\":\"\"课题组\"\",\"\"population\"\":4", first.Lines[3], StringComparison.Ordinal);
        Assert.Contains(
            "抽样：4 处中抽 2 处，种子 课题组", (await corpus.Run("mentions", "氢能", "--sample", "2", "--seed", "课题组")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUse, (await corpus.Run("mentions", "氢能", "--sample", "0")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await corpus.Run("mentions", "氢能", "--coding", "甲,甲")).ExitCode);
    }

    [Fact]
    public async Task Mentions_Text_PrintsALineAMentionUnderItsPlan()
    {
        var run = await corpus.Run("mentions", "储能");

        Assert.Contains("：3 处 · 3 章节 · 2 份", run.Lines[0], StringComparison.Ordinal);
        Assert.Equal(3, run.Lines.Count(line => line.Contains("【储能】", StringComparison.Ordinal)));
        Assert.Contains("石栎县“十四五”规划纲要", run.Lines);
        Assert.Single(
            run.Lines.Where(line => line.Contains('【')).Select(line => TextColumns.WidthOf(line.AsSpan(0, line.IndexOf('【')))).Distinct());
    }

    [Fact]
    public async Task Mentions_CsvToAFile_WritesTheWholeFileAndNothingElse()
    {
        var file = corpus.PathOf("mentions.csv");

        var run = await corpus.Run("mentions", "储能", "--format", "csv", "--out", file);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("", run.Out);
        var bytes = await File.ReadAllBytesAsync(file);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            3, System.Text.Encoding.UTF8.GetString(bytes).Split('\n').Count(line => line.Contains(",储能,", StringComparison.Ordinal)));
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public async Task Mentions_XlsxToAFile_WritesAWorkbook()
    {
        var file = corpus.PathOf("mentions.xlsx");

        var run = await corpus.Run("mentions", "储能", "--format", "xlsx", "--out", file);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(file);
        Assert.Contains(zip.Entries, entry => entry.FullName == "xl/workbook.xml");
    }

    [Fact]
    public async Task Mentions_DocxToAFile_WritesADocumentWithARowAMention()
    {
        var file = corpus.PathOf("mentions.docx");

        var run = await corpus.Run("mentions", "储能", "--format", "docx", "--out", file);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        using var word = new WrittenWord(await File.ReadAllBytesAsync(file));
        Assert.Equal("", word.Faults);
        Assert.Equal(4, word.Rows(0).Count);
    }

    [Fact]
    public async Task Mentions_DocxWithoutAFile_IsWrongUse() =>
        Assert.Equal(ExitCode.WrongUse, (await corpus.Run("mentions", "储能", "--format", "docx")).ExitCode);

    [Fact]
    public async Task Template_WrittenOnce_IsNotOverwritten()
    {
        var file = corpus.PathOf("template.docx");

        Assert.Equal(ExitCode.Done, (await CliRun.Of("template", file)).ExitCode);
        using (var template = new WrittenWord(await File.ReadAllBytesAsync(file)))
        {
            Assert.Equal("", template.Faults);
        }

        var again = await CliRun.Of("template", file);
        Assert.Equal(ExitCode.WrongUse, again.ExitCode);
        Assert.Contains("没有覆盖", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_XlsxWithoutAFile_IsWrongUse() =>
        Assert.Equal(ExitCode.WrongUse, (await corpus.Run("mentions", "储能", "--format", "xlsx")).ExitCode);

    [Fact]
    public async Task Mentions_Json_IsOnePageOfTheApi()
    {
        var run = await corpus.Run("mentions", "储能", "--format", "json", "--size", "2");

        using var answer = JsonDocument.Parse(run.Out);
        Assert.Equal(2, answer.RootElement.GetProperty("mentions").GetArrayLength());
        Assert.Equal(JsonValueKind.String, answer.RootElement.GetProperty("next").ValueKind);
    }
}
