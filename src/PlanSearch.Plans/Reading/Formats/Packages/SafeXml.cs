using System.Xml;
using System.Xml.Linq;

namespace PlanSearch.Plans.Reading.Formats.Packages;

/// <summary>XML of foreign files: no document types, no entities, nothing fetched.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // Control characters that a conversion left in a text are no reason to lose the plan.
        CheckCharacters = false,
    };

    /// <summary>A reader over the bytes of a part.</summary>
    public static XmlReader Reader(byte[] part) => XmlReader.Create(new MemoryStream(part, writable: false), Settings);

    /// <summary>The root element. Only for parts of a <see cref="ZipParts"/>: those are known to be sound and not too deep.</summary>
    public static XElement Load(byte[] part)
    {
        using var reader = Reader(part);
        return XElement.Load(reader);
    }

    /// <summary>The elements of two names, one after the other, wherever they are; each is a tree of its own.</summary>
    public static IEnumerable<XElement> Each(byte[] part, string name, string other)
    {
        using var reader = Reader(part);
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && (reader.LocalName == name || reader.LocalName == other))
            {
                yield return (XElement)XNode.ReadFrom(reader);
            }
            else
            {
                reader.Read();
            }
        }
    }
}
