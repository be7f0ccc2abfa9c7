using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Plans.Reading.Formats.Packages;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>A Word document (docx) -> lines: paragraphs with the numbers Word shows, TAB rows of tables, footnotes, stored page breaks.</summary>
/// <remarks>Headers and footers are furniture of the page and are not read; deleted and hidden text is no text.</remarks>
internal static class WordReader
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "Word（docx）";

    private const int LeastWords = 50;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="parts">Its XML, known to be within bounds.</param>
    public static ReadResult Read(byte[] bytes, ZipParts parts)
    {
        try
        {
            var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = ZipParts.MaxUnpackedBytes };
            using var package = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, settings);
            return package.MainDocumentPart is { } main && PartsOf(main).All(part => parts.Find(part.Uri.OriginalString.TrimStart('/')) is not null)
                ? Read(main)
                : ReadResult.Fail(ReadFailureCode.Damaged, "这份 Word 文件缺少正文部分；请用 Word 或 WPS 打开另存后再入库。");
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or FileFormatException or InvalidDataException or UriFormatException or FormatException
            or InvalidOperationException or KeyNotFoundException or ArgumentException { Source: "System.IO.Packaging" })
        {
            // What the library says of a package whose parts do not fit together, and of values that are none.
            return ReadResult.Fail(ReadFailureCode.Damaged, "这份 Word 文件已损坏，读不出；请用 Word 或 WPS 打开另存后再入库。");
        }
    }

    private static ReadResult Read(MainDocumentPart main)
    {
        if (main.Document?.Body is not { } body)
        {
            return ReadResult.Fail(ReadFailureCode.Damaged, "这份 Word 文件没有正文；请用 Word 或 WPS 打开另存后再入库。");
        }

        var lines = new LineCollector();
        new WordWalk(lines, new WordNumbering(main), new WordNotes(main), new WordPages(body)).Walk(body);
        return lines.Words < LeastWords && body.Descendants<Drawing>().Any()
            ? ReadResult.Fail(ReadFailureCode.Scanned, "疑似扫描件（文件里几乎只有图片），需先 OCR 识别成文字再入库。")
            : lines.Finish(Format, decoded: null);
    }

    /// <summary>Every part that is read: one that the bounds were not tried on is none of ours.</summary>
    private static IEnumerable<OpenXmlPart> PartsOf(MainDocumentPart main) =>
        new OpenXmlPart?[] { main, main.NumberingDefinitionsPart, main.StyleDefinitionsPart, main.FootnotesPart, main.EndnotesPart }.OfType<OpenXmlPart>();
}
