using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>A PDF -> lines, by PdfPig: glyphs with their places, put together the same way as the text of OFD.</summary>
/// <remarks>
/// Of nine real and printed files it gave the pages and characters of <c>pdftotext -bbox</c>, and Kangxi ideographs as they are printed; a control character of a font
/// without a map refused one whole file there. ARCHITECTURE.md has the figures.
/// </remarks>
internal static class PdfReader
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "PDF";

    // Real files take 45 bytes a word; pages that all show the same few bytes again would make millions of it.
    private const int FreeWords = 100_000;
    private const int BytesPerWord = 8;

    /// <summary>Reads a document.</summary>
    public static ReadResult Read(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new PdfFilters(cancellationToken) });
            return Read(document, ReadingBound.Words.Within(FreeWords + (bytes.Length / BytesPerWord)), cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ReadResult.Fail(ReadFailureCode.Damaged, "这份 PDF 加了密码，读不出；请去掉密码后再入库。");
        }
        catch (Exception e) when (e is not (RefusedFileException or OperationCanceledException or OutOfMemoryException))
        {
            // Of a damaged file the library says whatever its code met first: no two kinds of damage throw alike.
            return ReadResult.Fail(ReadFailureCode.Damaged, "这份 PDF 已损坏，读不出；请用 PDF 阅读软件打开核对，另存后再入库。");
        }
    }

    private static ReadResult Read(PdfDocument document, ReadingBound words, CancellationToken cancellationToken)
    {
        ReadingBound.Pages.Hold(document.NumberOfPages);
        document.AddPageFactory<PdfPage, PdfPageFactory>();
        var text = new PagedText(words, cancellationToken);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = document.GetPage<PdfPage>(number);
            text.AddPage(page.Fragments, page.Unmapped);
        }

        return text.Finish(Format);
    }
}
