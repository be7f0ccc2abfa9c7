using System.Text;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Corpus.Ingest.Outlines;
using PlanSearch.Plans;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Ingest.Outlines;

public sealed class OutlineFileReaderTests(ITestOutputHelper output)
{
    private const string Whole =
        """
        corrections:
          - line: "完善路网"
            occurrence: 2
            is: heading
            depth: 2
            by: "王某"
            at: 2026-11-30
          - line: "1. 东线工程。全长六十公里。"
            is: box_end
            by: "王某"
            at: 2026-12-01
        confirmed:
          - part: outline
            by: "李某"
            at: 2026-12-02
            text: "0123456789abcdef"
            content: "fedcba9876543210"

        """;

    [Fact]
    public void Read_WholeFile_GivesItAndIsWrittenAsItWas()
    {
        var (file, warnings) = Read(Whole);

        Assert.Empty(warnings);
        Assert.Equal<OutlineCorrection>(
            [
                new OutlineCorrection(new LineWords("完善路网", 2), LineRole.Heading, 2, "王某", "2026-11-30"),
                new OutlineCorrection(new LineWords("1. 东线工程。全长六十公里。", 1), LineRole.BoxEnd, 0, "王某", "2026-12-01"),
            ],
            file.Corrections);
        Assert.Equal<Confirmation>(
            [new Confirmation(ConfirmedPart.Outline, "李某", "2026-12-02", "0123456789abcdef", "fedcba9876543210")], file.Confirmations);
        Assert.Equal(Whole.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(OutlineFileText.Write(file)));
    }

    [Theory]
    [InlineData("corrections:\n  - {line: 甲, is: title, by: 王, at: 2026-11-30}", "第 2 行起的一项的 is 不是 heading、item、text、box_end 之一")]
    [InlineData("corrections:\n  - {line: 甲, is: heading, by: 王, at: 2026-11-30}", "depth 不是 1 到 9 的数")]
    [InlineData("corrections:\n  - {line: 甲, is: heading, depth: 12, by: 王, at: 2026-11-30}", "depth 不是 1 到 9 的数")]
    [InlineData("corrections:\n  - {line: 甲, is: text, depth: 1, by: 王, at: 2026-11-30}", "不是标题而有 depth")]
    [InlineData("corrections:\n  - {is: text, by: 王, at: 2026-11-30}", "line 不是一行的前 20 个字符")]
    [InlineData("corrections:\n  - {line: 一二三四五六七八九十一二三四五六七八九十一, is: text, by: 王, at: 2026-11-30}", "line 不是一行的前 20 个字符")]
    [InlineData("corrections:\n  - {line: 甲, occurrence: 0, is: text, by: 王, at: 2026-11-30}", "occurrence 不是从 1 起的序号")]
    [InlineData("corrections:\n  - {line: 甲, is: text, at: 2026-11-30}", "没有姓名")]
    [InlineData("corrections:\n  - {line: 甲, is: text, by: 王}", "at 不是 2026-11-30 这样的日期")]
    [InlineData("corrections:\n  - {line: 甲, is: text, who: 王, at: 2026-11-30}", "有不认识的键“who”")]
    [InlineData("corrections:\n  - {line: [甲], is: text, by: 王, at: 2026-11-30}", "键和值不都是词")]
    [InlineData("corrections:\n  - 甲", "不是“键: 值”")]
    [InlineData("corrections: 甲", "不是“- ”开头的列表")]
    [InlineData("titles: []", "第 1 行的键不是 corrections 或 confirmed")]
    [InlineData(
        "confirmed:\n  - {part: boxes, by: 王, at: 2026-11-30, text: 0123456789abcdef, content: 0123456789abcdef}",
        "part 不是 outline、tables、metadata 之一")]
    [InlineData("confirmed:\n  - {part: tables, by: 王, at: 2026-11-30, text: 12, content: 0123456789abcdef}", "不是 16 位校验码")]
    [InlineData("corrections:\n  - {line: 甲", "不是合法的 YAML")]
    [InlineData("- 甲", "不是“键: 值”的列表")]
    public void Read_WhatIsWrong_IsNamedAndNotTaken(string text, string warning)
    {
        var (file, warnings) = Read(text);

        Assert.True(file.IsEmpty);
        Assert.Contains(warning, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneWrongEntry_LeavesTheOthers()
    {
        var (file, warnings) = Read(Whole.Replace("is: heading", "is: title", StringComparison.Ordinal));

        Assert.Single(warnings);
        Assert.Equal((1, 1), (file.Corrections.Length, file.Confirmations.Length));
    }

    [Fact]
    public void Read_SameLineTwice_TakesTheFirst()
    {
        const string text =
            "corrections:\n  - {line: 甲, is: text, by: 王, at: 2026-11-30}\n  - {line: 甲, is: item, by: 李, at: 2026-11-30}\n";
        var (file, warnings) = Read(text);

        Assert.Equal("王", Assert.Single(file.Corrections).By);
        Assert.Contains("第 3 行起的一项与前面一项说的是同一行", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OverItsBounds_NamesThem()
    {
        Assert.Contains(
            "outlineBytes", Assert.Single(Read(new string('#', SidecarBounds.Outline.MaxBytes + 1)).Warnings), StringComparison.Ordinal);
        Assert.Contains(Read("甲: " + new string('[', 40)).Warnings, warning => warning.Contains("outlineDepth", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnyBytes_NeverThrowsAndKeepsNoSilence()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var whole = Encoding.UTF8.GetBytes(Whole);
        var silent = 0;
        for (var trial = 0; trial < 2_000; trial++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var warnings = new List<string>();
            var file = OutlineFileReader.Read(bytes, warnings);
            silent += warnings.Count == 0 && (file.Corrections.Length, file.Confirmations.Length) != (2, 1) ? 1 : 0;
        }

        Assert.Equal(0, silent);
    }

    private static (OutlineFile File, List<string> Warnings) Read(string text)
    {
        var warnings = new List<string>();
        return (OutlineFileReader.Read(Encoding.UTF8.GetBytes(text), warnings), warnings);
    }
}
