using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Reading;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>What only a PDF has: fonts without a map, pages that are pictures, passwords.</summary>
public sealed class PdfFormatTests
{
    private static readonly string[] Lines = ["第一章 总则", .. Enumerable.Range(1, 30).Select(number => $"建设第{number}座加氢站，完善湖滨绿道，发展氢能产业。")];

    private static string Written { get; } = Encoding.Latin1.GetString(PdfFile.Write(PrintedPlan.Of(PlanPiece.Of(Lines))));

    [Fact]
    public void Read_CharactersTheFontDoesNotName_AreMarkedAndThePageIsSaid()
    {
        // 加 is U+52A0: its row is taken out of the map.
        var source = Read(Written.Replace("<5200> <52FF> <5200>", "", StringComparison.Ordinal)).Source!;

        Assert.Contains(source.Lines, line => line.Contains("座\uFFFD氢站，完善湖滨绿道", StringComparison.Ordinal));
        Assert.Contains(
            source.Diagnostics,
            diagnostic => diagnostic.Rule == "R-READ-4" && diagnostic.Message.StartsWith("第 1 页", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ControlCharacters_DoNotRefuseTheFile()
    {
        var source = Read(Written.Replace("<5200> <52FF> <5200>", "<5200> <52FF> <0000>", StringComparison.Ordinal)).Source!;

        Assert.Contains(source.Lines, line => line.Contains("氢站，完善湖滨绿道", StringComparison.Ordinal));
        Assert.DoesNotContain(source.Lines, line => line.Any(char.IsControl));
    }

    [Fact]
    public void Read_FontWithoutAnyMap_NeedsToBeRecognized()
    {
        var failure = Read(Written.Replace("/ToUnicode 5 0 R", "", StringComparison.Ordinal)).Failure!;

        Assert.Equal(ReadFailureCode.Scanned, failure.Code);
        Assert.Contains("字体", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KangxiIdeographs_StayAsPrinted() =>
        Assert.Contains(
            Read(Encoding.Latin1.GetString(PdfFile.Write(PrintedPlan.Of(PlanPiece.Of(["第⼀章 总则", .. Lines]))))).Source!.Lines,
            line => line == "第⼀章 总则");

    [Fact]
    public void Read_PageWithoutText_IsSaid()
    {
        var sheets = PrintedPlan.Of(PlanPiece.Of(Lines));
        var source = PlanReader.Read(PdfFile.Write([sheets[0], [], .. sheets.Skip(1)])).Source!;

        Assert.Contains(
            source.Diagnostics,
            diagnostic => diagnostic.Rule == "R-READ-3" && diagnostic.Message.StartsWith("第 2 页", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Encrypted_IsSaid()
    {
        var key = new string('x', 32);
        var failure = Read(
            Written.Replace(
                "/Root 1 0 R",
                $"/Root 1 0 R /ID [(a) (a)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({key}) /U ({key}) >>",
                StringComparison.Ordinal)).Failure!;

        Assert.Equal(ReadFailureCode.Damaged, failure.Code);
        Assert.Contains("密码", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Damaged_IsSaid() => Assert.Equal(ReadFailureCode.Damaged, Read("%PDF-1.4\n1 0 obj <<").Failure!.Code);

    private static ReadResult Read(string pdf) => PlanReader.Read(Encoding.Latin1.GetBytes(pdf));
}
