using System.Globalization;
using System.Text;

namespace PlanSearch.TestSupport.Formats;

/// <summary>Writes printed sheets as a PDF whose font is only named: its characters are their own numbers in Unicode.</summary>
public static class PdfFile
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double SheetHeight = 297;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(IReadOnlyList<IReadOnlyList<PlacedText>> sheets)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {sheets.Count} /Kids [{string.Join(' ', sheets.Select((_, at) => $"{6 + (2 * at)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement "
                + "0 >> "
                + "/DW 1000 /W [0 8191 500] /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 "
                    + "900] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >> >>",
            StreamOf(UnicodeMap()),
        };
        for (var i = 0; i < sheets.Count; i++)
        {
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Resources << /Font << /F1 3 0 R >> >> /Contents {7 + (2 * i)} 0 R >>");
            objects.Add(StreamOf(string.Concat(sheets[i].Select(TextOf))));
        }

        return Assemble(objects);
    }

    private static string TextOf(PlacedText text) =>
        $"BT /F1 {Text(text.Size * PointsPerMillimetre)} Tf {Text(text.Left * PointsPerMillimetre)} {Text((SheetHeight - text.Baseline) * PointsPerMillimetre)} Td "
        + $"<{string.Concat(text.Text.Select(letter => ((int)letter).ToString("X4", CultureInfo.InvariantCulture)))}> Tj ET\n";

    private static string UnicodeMap()
    {
        var map =
            new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> "
                + "<FFFF> endcodespacerange\n");
        foreach (var rows in Enumerable.Range(0, 256).Chunk(100))
        {
            map.Append($"{rows.Length} beginbfrange\n");
            foreach (var row in rows)
            {
                map.Append($"<{row:X2}00> <{row:X2}FF> <{row:X2}00>\n");
            }

            map.Append("endbfrange\n");
        }

        return map.Append("endcmap end end").ToString();
    }

    private static string StreamOf(string content) =>
        $"<< /Length {Encoding.Latin1.GetByteCount(content)} >>\nstream\n{content}\nendstream";

    /// <summary>A file of these objects, the first of them its catalog.</summary>
    public static byte[] Assemble(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n")
            .AppendJoin("", places.Select(place => $"{place:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes(
            file.Append($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
