using System.Xml.Linq;
using PlanSearch.Plans.Reading.Formats.Packages;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>An OFD document (GB/T 33190) -> lines: text objects placed on their pages; annotations and pictures are no text.</summary>
/// <param name="parts">The package; only the parts that hold text are read.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class OfdReader(ZipParts parts, CancellationToken cancellationToken)
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "OFD";

    // Page, content, layer, and then the objects.
    private const int ObjectDepth = 3;

    private readonly PagedText _text = new(ReadingBound.TextRuns, cancellationToken);
    private readonly Dictionary<string, List<TextFragment>> _templates = new(StringComparer.Ordinal);
    private int _pages;

    /// <summary>Reads all documents of the package, one after the other.</summary>
    public static ReadResult Read(ZipParts parts, CancellationToken cancellationToken)
    {
        var reader = new OfdReader(parts, cancellationToken);
        foreach (var root in reader.Load("OFD.xml").Descendants().Where(element => element.Name.LocalName == "DocRoot"))
        {
            reader.AddDocument(PathIn("", root.Value));
        }

        return reader._pages == 0
            ? ReadResult.Fail(ReadFailureCode.Damaged, "这份 OFD 文件里没有页面；请用 OFD 阅读软件打开核对。")
            : reader._text.Finish(Format);
    }

    private void AddDocument(string path)
    {
        var document = Load(path);
        var folder = FolderOf(path);
        foreach (var template in document.Descendants().Where(element => element.Name.LocalName == "TemplatePage"))
        {
            if (template.Attribute("ID") is { } id && template.Attribute("BaseLoc") is { } place)
            {
                _templates[id.Value] = [.. TextOf(PathIn(folder, place.Value)).SelectMany(OfdText.FragmentsOf)];
            }
        }

        foreach (var page in document.Elements()
            .Where(element => element.Name.LocalName == "Pages")
            .Elements()
            .Where(element => element.Name.LocalName == "Page"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _pages++;
            _text.AddPage(FragmentsOf(PathIn(folder, page.Attribute("BaseLoc")?.Value ?? "")));
        }
    }

    /// <summary>What is on a page, and on the templates it lies over.</summary>
    private IEnumerable<TextFragment> FragmentsOf(string page) => TextOf(page).SelectMany(element =>
        element.Name.LocalName == OfdText.Name
            ? OfdText.FragmentsOf(element)
            : _templates.GetValueOrDefault(element.Attribute("TemplateID")?.Value ?? "", []));

    /// <summary>Text objects and names of templates of a page; none when there is no such part: a page then counts, without text.</summary>
    private IEnumerable<XElement> TextOf(string path) =>
        parts.Find(path, ObjectDepth) is { } part ? SafeXml.Each(part, OfdText.Name, "Template") : [];

    /// <summary>The root of a part; an empty element when there is none of that name.</summary>
    private XElement Load(string path) => parts.Find(path) is { } part ? SafeXml.Load(part) : new XElement("Missing");

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];

    /// <summary>
    /// A place as the package names it: from its root when it begins with "/", else from the folder of the part that names it.
    /// </summary>
    private static string PathIn(string folder, string place)
    {
        var names = new List<string>(place.StartsWith('/') ? [] : folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var name in place.Trim().Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not ("." or ".."))
            {
                names.Add(name);
            }
        }

        return string.Join('/', names);
    }
}
