using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Tests.Parsing;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>
/// A line of ten million characters is read or refused by name, whatever format it comes in; the tests end, and so does every reader.
/// </summary>
public sealed class LongLineTests
{
    private const int Length = 10_000_000;

    public static TheoryData<string> Scraps => ["建设湖滨绿道，完善供水网络。", "；2. 建设绿道", "| 指标 ", "<td>站", "第一章 总体要求 坚持生态优先。", "**氢能**^①", "12 "];

    [Theory]
    [MemberData(nameof(Scraps))]
    public void Parse_LineOfTenMillionCharacters_PlacesEveryOne(string scrap)
    {
        var document = PlanParser.Parse(PlanText.Raw("第一章 总则", LineOf(scrap), "第二章 任务"));

        Assert.Equal(0, document.Ledger.CharactersUnplaced);
    }

    [Theory]
    [MemberData(nameof(Scraps))]
    public void Read_TextWithSuchALine_IsReadOrRefused(string scrap) => AssertEnds("第一章 总则\n" + LineOf(scrap));

    [Theory]
    [MemberData(nameof(Scraps))]
    public void Read_MarkdownWithSuchALine_IsReadOrRefused(string scrap) => AssertEnds("# 第一章 总则\n\n# 第二章 任务\n\n" + LineOf(scrap));

    [Theory]
    [MemberData(nameof(Scraps))]
    public void Read_PageWithSuchALine_IsReadOrRefused(string scrap) =>
        AssertEnds($"<html><body><p>第一章 总则</p><p>{LineOf(scrap)}</p></body></html>");

    [Fact]
    public void Read_WordWithSuchALine_IsReadOrRefused() => AssertEnds(WordFile.Write(PlanPiece.Of(["第一章 总则", LineOf("建设湖滨绿道，完善供水网络。")])));

    [Fact]
    public void Read_OfdWithSuchALine_IsReadOrRefused() =>
        AssertEnds(OfdFile.Write([[new PlacedText(LineOf("建设湖滨绿道，完善供水网络。"), 20, 20, 4)]]));

    [Fact]
    public void Read_PlainLineAboveTheLimit_IsRefusedByItsNumber()
    {
        var failure = PlanReader.Read(Encoding.UTF8.GetBytes("第一章 总则\n" + LineOf("建设湖滨绿道。")[..(PlanReader.MaxLineLength + 1)])).Failure!;

        Assert.Equal(ReadFailureCode.LineTooLong, failure.Code);
        Assert.StartsWith("第 2 行", failure.Message, StringComparison.Ordinal);
    }

    private static string LineOf(string scrap) => string.Concat(Enumerable.Repeat(scrap, (Length / scrap.Length) + 1));

    private static void AssertEnds(string text) => AssertEnds(Encoding.UTF8.GetBytes(text));

    private static void AssertEnds(byte[] bytes)
    {
        var read = PlanReader.Read(bytes);

        Assert.True(read.Source is null != read.Failure is null);
        if (read.Source is { } source)
        {
            Assert.Equal(0, PlanParser.Parse(source).Ledger.CharactersUnplaced);
        }
    }
}
