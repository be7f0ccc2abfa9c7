using System.IO.Compression;
using System.Text;
using PlanSearch.Plans.Reading;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Reading.Bounds;

/// <summary>Files made to take time and memory: each kind just below its bounds, and far above them.</summary>
internal static class HostileFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // Of what a page of a PDF is drawn with.
    private const int PdfBytes = 1 << 20;

    /// <summary>Kinds by name; each makes a file of a size, 1.0 for as much as its bound lets in.</summary>
    public static IReadOnlyDictionary<string, Func<double, byte[]>> Kinds { get; } = new SortedDictionary<string, Func<double, byte[]>>(
        StringComparer.Ordinal)
    {
        ["lines"] = size => Text(Repeat("a\n", ReadingBound.ShortLines, size)),
        ["longer lines"] = size => Text(Repeat("abcdefghijklm\n", ReadingBound.Lines, size)),
        ["lines of one character"] = size => Text(Repeat("一\n", ReadingBound.ShortLines, size)),
        ["items"] = size => Text(Repeat("1. 建设。\n", ReadingBound.ShortLines, size)),
        ["headings"] = size => Text(Numbered("第{0}章 甲\n", ReadingBound.ShortLines, size)),
        ["boxes"] = size => Text(Numbered("专栏{0} 甲\n", ReadingBound.ShortLines, size)),
        ["footnotes"] = size => Text(Repeat("甲^①\n^① 乙\n", ReadingBound.ShortLines, size / 2)),
        ["reserved characters"] = size => Text(Repeat("a\uFFFF\n", ReadingBound.ShortLines, size)),
        ["rows"] = size => Text(Repeat("一\t二\t三\t四\n", ReadingBound.Cells, size / 3)),
        ["rows of two"] = size => Text(Repeat("a\tb\n", ReadingBound.ShortLines, size)),
        ["longer rows of two"] = size => Text(Repeat("abcdef\tghijkl\n", ReadingBound.Cells, size)),
        ["cells of a row"] = size => Text(Repeat("\t", ReadingBound.Cells, size)),
        ["characters"] = size => Text(Repeat(new string('长', 40) + "\n", ReadingBound.Characters, size / 60)),
        ["paragraphs of a page"] = size => Html(Repeat("<p>a", ReadingBound.ShortLines, size)),
        ["cells of a page"] = size => Html("<table>" + Repeat("<tr>" + Repeat("<td>a", 20), ReadingBound.Elements, size / 21)),
        ["elements in elements"] = size => Html(Repeat("<div>", ReadingBound.Depth, size)),
        ["elements below many"] = size => Html(Repeat("<div>", 190) + Repeat("<div></div>", ReadingBound.Elements, size)),
        ["words left open"] = size => Html(
            "<p>" + Repeat("<b><i><u><s><em><tt><code><font>", 3) + "</p>" + Repeat("<p>x", ReadingBound.Elements, size / 25)),
        ["attributes"] = size => Html(
            Repeat(
                "<p " + string.Concat(Enumerable.Range(0, 30).Select(number => $"a{number}=1 ")) + ">x",
                ReadingBound.ShortLines,
                size / 2)),
        ["rows of Markdown"] = size => Markdown("|甲|乙|\n|--|--|\n" + Repeat("|a|b|\n", ReadingBound.Elements, size / 4)),
        ["paragraphs of Markdown"] = size => Markdown(Repeat("甲\n\n", ReadingBound.ShortLines, size)),
        ["items of Markdown"] = size => Markdown(Repeat("- a\n", ReadingBound.Elements, size / 2)),
        ["brackets of Markdown"] = size => Markdown(Repeat("[", ReadingBound.Elements, size)),
        ["table of Word"] = size => WordOf(
            $"<w:tbl>{Repeat("<w:tr>" + Repeat("<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>", 20) + "</w:tr>", ReadingBound.XmlElements, size / 81)}</w:tbl>"),
        ["paragraphs of Word"] = size => WordOf(Repeat("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", ReadingBound.ShortLines, size)),
        ["empty paragraphs of Word"] = size => WordOf(Repeat("<w:p/>", ReadingBound.XmlElements, size)),
        ["runs of OFD"] = size => Ofd(
            Repeat("""<TextObject Boundary="9 9 1 1" Size="3"><TextCode>甲</TextCode></TextObject>""", ReadingBound.XmlElements, size / 3)),
        ["glyphs of PDF"] = size => Pdf($"BT /F1 9 Tf ({Repeat("a", (int)(PdfBytes * size))}) Tj ET"),
        ["words of PDF"] = size => Pdf($"BT /F1 9 Tf {Repeat("30 0 Td (a) Tj ", (int)(PdfBytes * size / 60))} ET"),
        ["columns of PDF"] = size => Pdf(
            $"BT /F1 9 Tf {Repeat("30 3 Td (a) Tj ", (int)Math.Sqrt(2 * ReadingBound.Cells.Value * size))} ET"),
        ["pages of PDF"] = size => Pdf($"BT /F1 9 Tf {Repeat("0 12 Td (abcdefghijklmno) Tj ", 70)} ET", (int)(900 * size)),
        ["lines of PDF without columns"] = size => Pdf(
            $"BT /F1 9 Tf {Repeat("0 12 Td (a) Tj 30 0 Td (a) Tj -30 0 Td ", (int)(PdfBytes * size / 80))} 0 12 Td ({new string('a', 40)}) Tj ET"),
        ["steps of OFD"] = size => Ofd(
            Repeat(
                $"""<TextObject Boundary="9 9 1 1" Size="3"><TextCode DeltaX="g 9999 9">{new string('a', 9999)}</TextCode></TextObject>""",
                ReadingBound.TextRuns,
                size / 10_001)),
    };

    private static string Repeat(string text, ReadingBound bound, double size) => Repeat(text, (int)(bound.Value * size));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Numbered(string format, ReadingBound bound, double size) =>
        string.Concat(
            Enumerable.Range(1, (int)(bound.Value * size))
                .Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, number)));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Html(string body) => Text($"<html><body>{body}");

    private static byte[] Markdown(string text) => Text($"# 一\n\n# 二\n\n{text}");

    private static byte[] WordOf(string body) => PackageFile.Of(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", $"""<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>"""));

    private static byte[] Ofd(string objects) => PackageFile.Of(
        ("OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"),
        ("D.xml", """<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>"""),
        ("P.xml", $"<Page><Content><Layer>{objects}</Layer></Content></Page>"));

    private static byte[] Pdf(string content, int pages = 1)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{page + 4} 0 R"))}] >>",
            $"<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream",
            .. Enumerable.Repeat(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>", pages),
        ];
        return PdfFile.Assemble(objects);
    }
}
