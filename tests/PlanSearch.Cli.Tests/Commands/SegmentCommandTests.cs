using System.Text.Json;

namespace PlanSearch.Cli.Tests.Commands;

public sealed class SegmentCommandTests(TempCorpus corpus) : IClassFixture<TempCorpus>
{
    [Fact]
    public async Task Segment_JsonLines_PrintsOneObjectABlockWithTheDocumentedKeys()
    {
        var run = await CliRun.Of("segment", Path.Combine(corpus.Plans, "linyi.txt"), "--format", "jsonl");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.True(run.Lines.Length > 10);
        foreach (var line in run.Lines)
        {
            using var block = JsonDocument.Parse(line);
            foreach (var key in new[] { "kind", "lines", "depth", "box", "entry", "lead", "path", "text" })
            {
                Assert.True(block.RootElement.TryGetProperty(key, out _), $"{key} is missing: {line}");
            }
        }
    }

    [Fact]
    public async Task Segment_Tree_ShowsHeadingsAndEntries()
    {
        var run = await CliRun.Of("segment", Path.Combine(corpus.Plans, "linyi.txt"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("第二章 重点任务", run.Out, StringComparison.Ordinal);
        Assert.Contains("专栏1 能源工程", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segment_Outline_IsOneObjectWithConfidenceReasonsAndHeadings()
    {
        var run = await CliRun.Of("segment", Path.Combine(corpus.Plans, "linyi.txt"), "--format", "outline");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        using var outline = JsonDocument.Parse(Assert.Single(run.Lines));
        Assert.InRange(outline.RootElement.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.Equal(JsonValueKind.Array, outline.RootElement.GetProperty("reasons").ValueKind);
        var headings = outline.RootElement.GetProperty("headings").EnumerateArray().ToList();
        Assert.Contains(headings, heading => heading.GetProperty("title").GetString() == "第二章 重点任务"
            && heading.GetProperty("depth").GetInt32() == 1);
        Assert.All(headings, heading => Assert.True(heading.GetProperty("line").GetInt32() > 0));
    }

    [Fact]
    public async Task Segment_CorrectionsBesideTheFile_AreAppliedAndExplained()
    {
        using var folder = new TestSupport.TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("甲.txt"), "第一章 任务\n完善路网\n新建公路四百公里，通达所有乡镇。\n");
        await File.WriteAllTextAsync(
            folder.At("甲.outline.yaml"),
            "corrections:\n  - {line: 完善路网, is: heading, depth: 2, by: 王某, at: 2026-11-30}\n  - "
                + "{line: 完善管网, is: text, by: 王某, at: 2026-11-30}\n");

        var outline = await CliRun.Of("segment", folder.At("甲.txt"), "--format", "outline");
        Assert.Equal(ExitCode.Done, outline.ExitCode);
        Assert.Contains("完善路网", outline.Out, StringComparison.Ordinal);
        Assert.Contains("“完善管网”（第 1 处）：规划中没有这一行", outline.Error, StringComparison.Ordinal);

        var explained = await CliRun.Of("segment", folder.At("甲.txt"), "--explain", "2");
        Assert.Contains("R-HAND-1", explained.Out, StringComparison.Ordinal);
        Assert.Contains("王某", explained.Out, StringComparison.Ordinal);

        await File.WriteAllTextAsync(folder.At("甲.outline.yaml"), "corrections: [甲]\n");
        var broken = await CliRun.Of("segment", folder.At("甲.txt"));
        Assert.Equal(ExitCode.DoneWithFailures, broken.ExitCode);
        Assert.Contains("甲.outline.yaml", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segment_FileWithoutText_EndsWithOneAndNamesTheFile()
    {
        var empty = corpus.PathOf("empty.txt");
        await File.WriteAllBytesAsync(empty, []);

        var run = await CliRun.Of("segment", empty);

        Assert.Equal(ExitCode.DoneWithFailures, run.ExitCode);
        Assert.Contains("empty.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segment_Explain_NamesTheRulesOfTheLine()
    {
        var file = Path.Combine(corpus.Plans, "linyi.txt");
        var title = Array.FindIndex(await File.ReadAllLinesAsync(file), line => line.StartsWith("专栏1", StringComparison.Ordinal)) + 1;

        var run = await CliRun.Of("segment", file, "--explain", $"{title}");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("R-BOX-1 ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segment_ExplainLineThatIsNotThere_IsWrongUse()
    {
        var run = await CliRun.Of("segment", Path.Combine(corpus.Plans, "linyi.txt"), "--explain", "99999");

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("99999", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segment_RulesOfAFolder_CountsHitsAndFiles()
    {
        var run = await CliRun.Of("segment", corpus.Plans, "--rules");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("R-HEAD-1\t", StringComparison.Ordinal));
    }
}
