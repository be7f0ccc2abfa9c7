using System.Globalization;
using System.Xml;
using PlanSearch.Plans.Reading.Formats.Pages;

namespace PlanSearch.Plans.Reading.Formats.Programs;

/// <summary>A PDF -> lines, by way of <c>pdftotext -bbox</c>: words with their places.</summary>
/// <remarks>
/// Of its modes this is the one that loses nothing: plain and -raw tear tables into single cells, and -layout pads columns with as many blanks as may also part words.
/// From the places, lines, cells and paragraphs are put together the same way as those of OFD.
/// </remarks>
internal static class PdfReader
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "PDF";

    // Its lines hold the words of the file; a document type, and now and then a control character, come with them.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };

    /// <summary>Reads a document.</summary>
    public static ReadResult Read(byte[] bytes, CancellationToken cancellationToken)
    {
        if (ForeignProgram.PdfToText.Path is not { } path)
        {
            return ForeignProgram.PdfToText.Missing(Format);
        }

        using var run = new ProgramRun(ProgramRun.Usual);
        run.Put("plan.pdf", bytes);
        var done = run.Execute(path, ["-q", "-enc", "UTF-8", "-bbox", "plan.pdf", "words.html"], cancellationToken);
        if (!done.IsDone || run.Take("words.html") is not { } words)
        {
            return ReadResult.Fail(ReadFailureCode.ProgramFailed, $"pdftotext 读不出这份 PDF（可能已损坏或有密码）{Detail(done.Output)}；请用 PDF 阅读软件打开核对。");
        }

        try
        {
            var read = PagesOf(words, cancellationToken).Finish(Format);
            return read.Source is { } source ? read with { Source = source with { Program = ForeignProgram.PdfToText.Describe(path) } } : read;
        }
        catch (XmlException)
        {
            return ReadResult.Fail(ReadFailureCode.ProgramFailed, "pdftotext 给出的结果不完整；请用 PDF 阅读软件把文件另存后再入库。");
        }
    }

    private static string Detail(string output) => output.Length == 0 ? "" : $"：{output.Trim().Split('\n')[0]}";

    private static PagedText PagesOf(byte[] words, CancellationToken cancellationToken)
    {
        var text = new PagedText(ReadingBound.Words, cancellationToken);
        var page = new List<TextFragment>();
        using var reader = XmlReader.Create(new MemoryStream(words, writable: false), Settings);
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "word" })
            {
                page.Add(WordAt(reader));
                continue;
            }

            if (reader.LocalName == "page" && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            {
                text.AddPage(page);
                page = [];
            }

            reader.Read();
        }

        return text;
    }

    /// <summary>The word the reader stands at; it then stands behind it.</summary>
    private static TextFragment WordAt(XmlReader reader)
    {
        var (left, right, top, bottom) = (Edge(reader, "xMin"), Edge(reader, "xMax"), Edge(reader, "yMin"), Edge(reader, "yMax"));
        return new TextFragment(reader.ReadElementContentAsString(), left, right, bottom, Math.Max(bottom - top, 0.1));
    }

    private static double Edge(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var edge) ? edge : 0;
}
