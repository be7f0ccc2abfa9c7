using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Printing;
using PlanSearch.Plans.Reading;

namespace PlanSearch.Plans.Tests.Reading;

public sealed class PlanReaderTests
{
    private const string Text = "第一章 湖城新貌\n\n发展氢能产业，到 2025 年达到 3.5 万吨。\n\n专栏1 重点工程\n\n◆ **加氢站**：新建 12 座。\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static TheoryData<string, string, string> Encodings
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var encoding in new[] { "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "utf-16le-bom", "utf-16be-bom", "gb18030" })
            {
                foreach (var end in new[] { "\n", "\r\n", "\r" })
                {
                    data.Add(encoding, end, encoding.Replace("-bom", "", StringComparison.Ordinal));
                }
            }

            return data;
        }
    }

    public static TheoryData<string, byte[], ReadFailureCode> Refused => new()
    {
        { "no bytes", [], ReadFailureCode.Empty },
        { "blanks only", "  \r\n　\n"u8.ToArray(), ReadFailureCode.Empty },
        { "cut off docx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], ReadFailureCode.Damaged },
        { "rar", "Rar!..."u8.ToArray(), ReadFailureCode.UnsupportedFormat },
        { "doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], ReadFailureCode.UnsupportedFormat },
        { "png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], ReadFailureCode.UnsupportedFormat },
        { "zero bytes", [0x00, 0x01, 0x02, 0x03, 0x00, 0x80, 0xFF, 0x00, 0x00], ReadFailureCode.Binary },
        { "control characters", [0x01, 0x02, 0x03, 0x04, 0x41, 0x05, 0x06], ReadFailureCode.Binary },
        { "neither utf-8 nor gb18030", [0x41, 0xFF, 0xFF, 0xFF, 0x42], ReadFailureCode.UnknownEncoding },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_SameTextInAnyEncodingAndLineEnd_GivesTheSameDocument(string encoding, string lineEnd, string name)
    {
        var result = PlanReader.Read(Encode(Text.Replace("\n", lineEnd, StringComparison.Ordinal), encoding));

        Assert.NotNull(result.Source);
        Assert.Equal(name, result.Source.Encoding);
        Assert.Equal(Text.TrimEnd('\n').Split('\n'), result.Source.Lines);
        Assert.Equal(Tree(PlanReader.Read(Encoding.UTF8.GetBytes(Text)).Source!), Tree(result.Source));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatIsNoPlan_GivesTheFailure(string what, byte[] bytes, ReadFailureCode code)
    {
        var result = PlanReader.Read(bytes);

        Assert.Null(result.Source);
        Assert.True(result.Failure!.Code == code, $"{what}: {result.Failure}");
    }

    [Fact]
    public void Read_LineOverTheLimit_GivesLineTooLong()
    {
        var bytes = Encoding.UTF8.GetBytes("标题\n" + new string('长', PlanReader.MaxLineLength + 1));

        Assert.Equal(ReadFailureCode.LineTooLong, PlanReader.Read(bytes).Failure!.Code);
    }

    [Fact]
    public void Read_FileOverTheLimit_GivesTooLarge() =>
        Assert.Equal(ReadFailureCode.TooLarge, PlanReader.Read(new byte[PlanReader.MaxFileBytes + 1]).Failure!.Code);

    [Fact]
    public void Read_ReservedCodeUnit_ReplacesItAndSaysWhere()
    {
        var source = PlanReader.Read(Encoding.UTF8.GetBytes("第一行\n第\uFFFF二行")).Source!;

        Assert.Equal("第\uFFFD二行", source.Lines[1]);
        Assert.Equal(2, Assert.Single(source.Diagnostics).Line);
    }

    [Fact]
    public void Read_LastLineWithoutEnd_Counts() =>
        Assert.Equal("甲||乙", string.Join('|', PlanReader.Read("甲\n\n乙"u8).Source!.Lines));

    [Fact]
    public void Read_Big5BytesThatDecodeAsGb18030_AreReadWithAWarning()
    {
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;
        var result = PlanReader.Read(big5.GetBytes("國民經濟和社會發展第十四個五年規劃綱要，推動產業轉型升級，改善民生環境。"));

        // Some Big5 text is no GB18030 at all; what is, must be doubted.
        Assert.True(result.Failure is not null || result.Source!.Diagnostics.Any(diagnostic => diagnostic.Rule == "R-READ-1"));
    }

    private static string Tree(SourceText source)
    {
        using var writer = new StringWriter();
        TreePrinter.Print(PlanParser.Parse(source), writer);
        return writer.ToString();
    }

    private static byte[] Encode(string text, string name) => name switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16le" => Encoding.Unicode.GetBytes(text),
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "utf-16le-bom" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be-bom" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => Gb18030.GetBytes(text),
    };
}
