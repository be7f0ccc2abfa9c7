using System.IO.Compression;
using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Reading.Formats.Packages;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>Files made to hurt the reader are refused by name, or read without harm.</summary>
public sealed class HostileFileTests(ITestOutputHelper output)
{
    private const string WordTypes =
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private const string Relations =
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";

    [Fact]
    public void Read_PackageThatUnpacksWithoutEnd_IsUnsafe()
    {
        var bomb = PackageFile.Of(
            ("[Content_Types].xml", WordTypes), ("word/document.xml", $"<a>{new string(' ', 40 << 20)}</a>"), ("_rels/.rels", Relations));

        Assert.True(bomb.Length < 1 << 20);
        AssertRefused(ReadFailureCode.Unsafe, bomb);
    }

    [Fact]
    public void Read_PackageOfTooManyEntries_IsUnsafe() =>
        AssertRefused(
            ReadFailureCode.Unsafe,
            PackageFile.Of([.. Enumerable.Range(0, ZipParts.MaxEntries + 1).Select(number => ($"{number}.txt", ""))]));

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"1234567890\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1/\">]><a>&x;</a>")]
    public void Read_PackageWithDocumentType_IsUnsafe(string xml)
    {
        AssertRefused(
            ReadFailureCode.Unsafe,
            PackageFile.Of(("[Content_Types].xml", WordTypes), ("word/document.xml", xml), ("_rels/.rels", Relations)));
        AssertRefused(ReadFailureCode.Unsafe, PackageFile.Of(("OFD.xml", xml)));
    }

    [Fact]
    public void Read_PackageNestedWithoutEnd_IsRefusedByName()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        Assert.Equal(
            ReadingBound.Depth.Name,
            PlanReader.Read(
                PackageFile.Of(("[Content_Types].xml", WordTypes), ("word/document.xml", xml), ("_rels/.rels", Relations))).Failure?.Bound);
        Assert.Equal(ReadingBound.Depth.Name, PlanReader.Read(PackageFile.Of(("OFD.xml", xml))).Failure?.Bound);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1/a.xml")]
    public void Read_OfdThatNamesWhatLiesOutside_FindsNothingThere(string place)
    {
        var read = PlanReader.Read(PackageFile.Of(("OFD.xml", $"<OFD><DocBody><DocRoot>{place}</DocRoot></DocBody></OFD>")));

        Assert.Equal(ReadFailureCode.Damaged, read.Failure?.Code);
    }

    [Fact]
    public void Read_PackageWithNamesThatClimb_WritesNothingAnywhere()
    {
        using var folder = new TemporaryFolder();
        var read = PlanReader.Read(PackageFile.Of(($"../..{folder.At("climbed.xml")}", "<a/>"), ("OFD.xml", "<OFD/>")));

        Assert.NotNull(read.Failure);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Read_OfdWithAMalformedPartNobodyNeeds_IsRead()
    {
        using var stream = new MemoryStream();
        stream.Write(OfdFile.Write(PrintedPlan.Of(PlanPiece.Of(["第一章 总则", "发展氢能，建设加氢站，完善湖滨绿道，办好各项事情。"]))));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("Doc_0/Tags/CustomTag.xml").Open();
            entry.Write("<:params xmlns:=\"\"></:params>"u8);
        }

        Assert.Contains("第一章 总则", PlanReader.Read(stream.ToArray()).Source!.Lines);
    }

    [Fact]
    public void Read_HtmlNestedWithoutEnd_IsRefusedByName()
    {
        var html = $"<html><body>{string.Concat(Enumerable.Repeat("<div>", 50_000))}建设加氢站。</body></html>";

        Assert.Equal(ReadingBound.Depth.Name, PlanReader.Read(Encoding.UTF8.GetBytes(html)).Failure?.Bound);
    }

    [Fact]
    public void Read_HtmlThatEndsNoElement_IsRead()
    {
        var html = $"<html><body>{string.Concat(Enumerable.Repeat("<p><span><font>建设加氢站。<ul><li><span>甲<li>乙</ul>", 1000))}</body></html>";

        Assert.Equal(1000, PlanReader.Read(Encoding.UTF8.GetBytes(html)).Source?.Lines.Count(line => line == "建设加氢站。"));
    }

    [Fact]
    public void Read_HtmlWithTablesInTables_IsRead()
    {
        var html = $"<html><body>{string.Concat(Enumerable.Repeat("<table><tr><td>", 60))}建设加氢站。</body></html>";

        Assert.Contains("建设加氢站。", string.Concat(PlanReader.Read(Encoding.UTF8.GetBytes(html)).Source!.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HtmlWithEndlessSpans_IsBounded()
    {
        var row = "<tr>" + string.Concat(Enumerable.Repeat("<td colspan=1000000 rowspan=1000000>甲</td>", 100)) + "</tr>";
        var read = PlanReader.Read(Encoding.UTF8.GetBytes($"<html><body><table>{row}{row}</table></body></html>"));

        Assert.True(read.Source!.Lines.Sum(line => line.Length) < 2000);
    }

    [Fact]
    public void Read_MarkdownNestedWithoutEnd_IsReadAsText()
    {
        var text = $"# 一\n# 二\n{new string('>', 5000)} 建设加氢站。\n";

        Assert.NotNull(PlanReader.Read(Encoding.UTF8.GetBytes(text)).Source);
    }

    [Fact]
    public void Read_AnyFormatCutOrChanged_NeverThrows()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var pieces = PlanPiece.Of(["第一章 总则", "发展氢能^①。", "^① 氢能：氢的能。", "名称\t数量\t单位", "站\t12\t座"]);
        byte[][] files = [WordFile.Write(
            pieces), OfdFile.Write(
                PrintedPlan.Of(pieces)), PdfFile.Write(PrintedPlan.Of(pieces)), HtmlFile.Write(pieces), MarkdownFile.Write(pieces, _ => 1)];
        for (var round = 0; round < 300; round++)
        {
            var bytes = (byte[])files[round % files.Length].Clone();
            for (var i = random.Next(8); i >= 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var read = PlanReader.Read(random.Next(3) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes);

            Assert.True(read.Source is null != read.Failure is null);
            if (read.Source is { } source)
            {
                Assert.Equal(0, PlanParser.Parse(source).Ledger.CharactersUnplaced);
            }
        }
    }

    private static void AssertRefused(ReadFailureCode code, byte[] bytes)
    {
        var read = PlanReader.Read(bytes);

        Assert.Null(read.Source);
        Assert.True(code == read.Failure!.Code, read.Failure.Message);
    }
}
