using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace PlanSearch.TestSupport.Formats;

/// <summary>Writes printed sheets as OFD (GB/T 33190).</summary>
public static class OfdFile
{
    private static readonly XNamespace Ofd = "http://www.ofdspec.org/2016";

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(IReadOnlyList<IReadOnlyList<PlacedText>> sheets)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "OFD.xml",
                new XElement(Ofd + "OFD", new XElement(Ofd + "DocBody", new XElement(Ofd + "DocRoot", "Doc_0/Document.xml"))));
            Add(archive, "Doc_0/Document.xml", new XElement(
                Ofd + "Document",
                new XElement(
                    Ofd + "Pages",
                    sheets.Select(
                        (_, at) => new XElement(
                            Ofd + "Page", new XAttribute("ID", at + 1), new XAttribute("BaseLoc", $"Pages/Page_{at}/Content.xml"))))));
            for (var i = 0; i < sheets.Count; i++)
            {
                Add(archive, $"Doc_0/Pages/Page_{i}/Content.xml", new XElement(
                    Ofd + "Page", new XElement(Ofd + "Content", new XElement(Ofd + "Layer", sheets[i].Select(ObjectOf)))));
            }
        }

        return stream.ToArray();
    }

    private static XElement ObjectOf(PlacedText text) => new(
        Ofd + "TextObject",
        new XAttribute(
            "Boundary",
            $"{Text(text.Left)} {Text(text.Baseline - text.Size)} {Text(PlacedText.WidthOf(text.Text, text.Size))} {Text(text.Size)}"),
        new XAttribute("Size", Text(text.Size)),
        new XElement(
            Ofd + "TextCode", new XAttribute("X", "0"), new XAttribute("Y", Text(text.Size)),
            new XAttribute("DeltaX", string.Join(' ', text.Text.Select(letter => Text(PlacedText.WidthOf(letter.ToString(), text.Size))))),
            text.Text));

    private static void Add(ZipArchive archive, string name, XElement root)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
    }

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
