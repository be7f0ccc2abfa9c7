using System.Diagnostics;
using PlanSearch.Plans.Parsing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>Parsing is linear in the file: what twice the text allocates is about twice as much.</summary>
/// <remarks>
/// Time depends on the machine and is only printed. A search that looks back ever further mostly keeps what it found: its allocations show
/// it.
/// </remarks>
public sealed class LinearTimeTests(ITestOutputHelper output)
{
    private const double MaxGrowth = 2.4;

    [Fact]
    public void Parse_SamplePlansEndToEnd_AllocatesInProportion() =>
        Check(
            copies => [.. Enumerable.Repeat(Repository.SamplePlanFiles.SelectMany(File.ReadAllLines), copies).SelectMany(lines => lines)]);

    [Theory]
    [InlineData("第一章 总体要求")]
    [InlineData("专栏1 工程")]
    [InlineData("1. 建设湖滨绿道")]
    [InlineData("12")]
    [InlineData("指标\t2025年")]
    [InlineData("一、总体要求……………12")]
    [InlineData("（三）完善供水网络")]
    [InlineData("专栏\n1\n冷链工程")]
    [InlineData("序号\n指标\n1\n绿地率")]
    [InlineData("完善供水网络，保障用水。（三）改造道路")]
    [InlineData("建设湖滨绿道，完善供水网络，推动产业向园区集中，形成一园多区的格局")]
    public void Parse_OneLineOverAndOver_AllocatesInProportion(string line) =>
        Check(copies => [.. Enumerable.Repeat(line.Split('\n'), 2_000 * copies).SelectMany(lines => lines)]);

    [Theory]
    [InlineData("第一章 总体要求 坚持生态优先。")]
    [InlineData("；2. 建设绿道")]
    [InlineData("一、总体要求（一）指导思想。坚持生态优先。")]
    [InlineData("　　坚持生态优先，推动绿色发展。（二）主要目标")]
    public void Parse_OneLongLine_AllocatesInProportion(string scrap) =>
        Check(copies => [string.Concat(Enumerable.Repeat(scrap, 10_000 * copies))]);

    private void Check(Func<int, string[]> lines)
    {
        Measure(lines(1));
        var (once, onceTime) = Measure(lines(4));
        var (twice, twiceTime) = Measure(lines(8));
        output.WriteLine(
            $"{once:N0} bytes in {onceTime.TotalMilliseconds:0} ms, twice the text {twice:N0} in {twiceTime.TotalMilliseconds:0} ms");

        Assert.True(twice <= MaxGrowth * once, $"twice the text allocates {(double)twice / once:0.00} times as much");
    }

    private static (long Bytes, TimeSpan Time) Measure(string[] lines)
    {
        var source = PlanText.Raw(lines);
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        PlanParser.Parse(source);
        return (GC.GetAllocatedBytesForCurrentThread() - before, watch.Elapsed);
    }
}
