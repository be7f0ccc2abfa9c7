using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Plans.Reading.Formats.Packages;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>
/// A Word document (docx) -> lines: paragraphs with the numbers Word shows, TAB rows of tables, footnotes, stored page breaks.
/// </summary>
/// <remarks>Headers and footers are furniture of the page and are not read; deleted and hidden text is no text.</remarks>
internal static class WordReader
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "Word（docx）";

    private const int LeastWords = 50;

    // Document, body, and then the paragraphs and tables.
    private const int BlockDepth = 2;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ReadResult Read(byte[] bytes, ZipParts parts, CancellationToken cancellationToken)
    {
        foreach (var name in parts.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            // The library reads them all when it opens a package.
            parts.Find(name);
        }

        try
        {
            var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = ZipParts.MaxUnpackedBytes };
            using var package = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, settings);
            return package.MainDocumentPart is { } main
                && parts.Find(NameOf(main), BlockDepth) is { } text
                && FurtherParts(main).All(part => parts.Find(NameOf(part)) is not null)
                ? Read(main, text, cancellationToken)
                : ReadResult.Fail(ReadFailureCode.Damaged, "这份 Word 文件缺少正文部分；请用 Word 或 WPS 打开另存后再入库。");
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or FileFormatException or InvalidDataException
            or UriFormatException or FormatException or InvalidOperationException or KeyNotFoundException
            or ArgumentException { Source: "System.IO.Packaging" })
        {
            // What the library says of a package whose parts do not fit together, and of values that are none.
            return ReadResult.Fail(ReadFailureCode.Damaged, "这份 Word 文件已损坏，读不出；请用 Word 或 WPS 打开另存后再入库。");
        }
    }

    private static ReadResult Read(MainDocumentPart main, byte[] text, CancellationToken cancellationToken)
    {
        var lines = new LineCollector();
        var walk = new WordWalk(
            lines, new WordNumbering(main), new WordNotes(main), new WordPages(isKnown: Holds(text, "lastRenderedPageBreak")));
        using var reader = OpenXmlReader.Create(main);
        if (!ReadToBody(reader))
        {
            return ReadResult.Fail(ReadFailureCode.Damaged, "这份 Word 文件没有正文；请用 Word 或 WPS 打开另存后再入库。");
        }

        // A tree of a block at a time: that of a whole document takes a hundred times its file.
        for (var more = reader.ReadFirstChild(); more; more = reader.ReadNextSibling())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.LoadCurrentElement() is { } block)
            {
                walk.Add(block);
            }
        }

        return lines.Words < LeastWords && Holds(text, "drawing")
            ? ReadResult.Fail(ReadFailureCode.Scanned, "疑似扫描件（文件里几乎只有图片），需先 OCR 识别成文字再入库。")
            : lines.Finish(Format, decoded: null);
    }

    private static bool ReadToBody(OpenXmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Body))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a part has an element of a name of Word's.</summary>
    private static bool Holds(byte[] part, string name)
    {
        using var reader = SafeXml.Reader(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(OpenXmlPart part) => part.Uri.OriginalString.TrimStart('/');

    /// <summary>The parts that are read beside the text: one that the bounds were not tried on is none of ours.</summary>
    private static IEnumerable<OpenXmlPart> FurtherParts(MainDocumentPart main) =>
        new OpenXmlPart?[] { main.NumberingDefinitionsPart, main.StyleDefinitionsPart, main.FootnotesPart, main.EndnotesPart }
            .OfType<OpenXmlPart>();
}
