using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>What a process of its own does: a PDF from standard input -> its pages on standard output, by <see cref="PdfWire"/>.</summary>
/// <remarks>Named by <see cref="Programs.ReaderProcess"/>, which says why.</remarks>
internal static class PdfProgram
{
    // Real files take 45 bytes a word; pages that all show the same few bytes again would make millions of it.
    private const int FreeWords = 100_000;
    private const int BytesPerWord = 8;

    /// <summary>The most words of a file of a size.</summary>
    public static ReadingBound WordsOf(long bytes) => ReadingBound.Words.Within(FreeWords + (bytes / BytesPerWord));

    private static int Main()
    {
        // The library continues without what did not fit, and a page would be short without a word.
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            if (thrown.Exception is OutOfMemoryException)
            {
                Environment.Exit(1);
            }
        };
        using var input = new MemoryStream();
        Console.OpenStandardInput().CopyTo(input);
        using var output = new BinaryWriter(new BufferedStream(Console.OpenStandardOutput()));
        if (FailureOf(input.ToArray(), output) is { } failure)
        {
            PdfWire.WriteFailure(output, failure);
        }
        else
        {
            PdfWire.WriteEnd(output);
        }

        return 0;
    }

    private static ReadFailure? FailureOf(byte[] bytes, BinaryWriter output)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            WritePages(document, WordsOf(bytes.Length), output);
            return null;
        }
        catch (RefusedFileException refused)
        {
            return refused.Failure;
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ReadFailure(ReadFailureCode.Damaged, "这份 PDF 加了密码，读不出；请去掉密码后再入库。");
        }
        catch (Exception e) when (e is not (OutOfMemoryException or IOException))
        {
            // Of a damaged file the library says whatever its code met first: no two kinds of damage throw alike.
            return new ReadFailure(ReadFailureCode.Damaged, "这份 PDF 已损坏，读不出；请用 PDF 阅读软件打开核对，另存后再入库。");
        }
    }

    private static void WritePages(PdfDocument document, ReadingBound most, BinaryWriter output)
    {
        ReadingBound.Pages.Hold(document.NumberOfPages);
        document.AddPageFactory<PdfPage, PdfPageFactory>();
        var words = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage<PdfPage>(number);
            most.Hold(words += page.Fragments.Count);
            PdfWire.WritePage(output, page);
        }
    }
}
