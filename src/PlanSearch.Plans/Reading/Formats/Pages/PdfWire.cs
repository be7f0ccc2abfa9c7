namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Pages of a PDF on their way from the process that reads them: writer and reader side by side.</summary>
internal static class PdfWire
{
    private const byte Page = 1;
    private const byte End = 2;
    private const byte Failure = 3;

    public static void WritePage(BinaryWriter output, PdfPage page)
    {
        output.Write(Page);
        output.Write(page.Unmapped);
        output.Write(page.Fragments.Count);
        foreach (var (text, left, right, bottom, size) in page.Fragments)
        {
            output.Write(text);
            output.Write(left);
            output.Write(right);
            output.Write(bottom);
            output.Write(size);
        }
    }

    public static void WriteEnd(BinaryWriter output) => output.Write(End);

    public static void WriteFailure(BinaryWriter output, ReadFailure failure)
    {
        output.Write(Failure);
        output.Write((int)failure.Code);
        output.Write(failure.Message);
        output.Write(failure.Bound ?? "");
    }

    /// <summary>The next page; null after the last.</summary>
    /// <exception cref="RefusedFileException">The other side could not read the file.</exception>
    /// <exception cref="EndOfStreamException">The other side ended in the middle.</exception>
    public static PdfPage? ReadPage(BinaryReader input) => input.ReadByte() switch
    {
        Page => new PdfPage(input.ReadInt32(), ReadFragments(input)),
        End => null,
        _ => throw new RefusedFileException(new ReadFailure((ReadFailureCode)input.ReadInt32(), input.ReadString())
        {
            Bound = input.ReadString() is { Length: > 0 } bound ? bound : null,
        }),
    };

    private static List<TextFragment> ReadFragments(BinaryReader input)
    {
        var fragments = new List<TextFragment>();
        for (var left = input.ReadInt32(); left > 0; left--)
        {
            fragments.Add(new TextFragment(
                input.ReadString(), input.ReadDouble(), input.ReadDouble(), input.ReadDouble(), input.ReadDouble()));
        }

        return fragments;
    }
}
