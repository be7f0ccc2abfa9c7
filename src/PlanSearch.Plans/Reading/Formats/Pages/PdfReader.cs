using PlanSearch.Plans.Reading.Formats.Programs;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>A PDF -> lines, by PdfPig in a process of its own: glyphs with their places, put together as the text of OFD is.</summary>
/// <remarks>
/// It gives Kangxi ideographs as they are printed, and reads files whose fonts have no map.
/// ARCHITECTURE.md compares it with <c>pdftotext -bbox</c>.
/// </remarks>
internal static class PdfReader
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "PDF";

    /// <summary>
    /// Reads a PDF in a process of its own, page by page; a file that takes too much time or memory is a failure, not an exception.
    /// </summary>
    public static ReadResult Read(byte[] bytes, CancellationToken cancellationToken)
    {
        using var process = ReaderProcess.Start(bytes, cancellationToken);
        using var pages = new BinaryReader(process.Output);
        var text = new PagedText(PdfProgram.WordsOf(bytes.Length), cancellationToken);
        try
        {
            while (PdfWire.ReadPage(pages) is { } page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                text.AddPage(page.Fragments, page.Unmapped);
            }
        }
        catch (EndOfStreamException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ReadResult.Fail(
                ReadFailureCode.Unsafe, "这份 PDF 的结构没有尽头，或者占用的时间、内存过大，读取已中止；请用 PDF 阅读软件打开核对，另存后再入库。");
        }

        return text.Finish(Format);
    }
}
