using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>Walks the elements of a page in document order and takes down what it shows: a line a block, TAB rows of tables.</summary>
/// <remarks>
/// A loop, not a recursion: a page may nest its elements as deeply as it likes. Only tables within tables recurse, and only so deep.
/// </remarks>
/// <param name="lines">Takes the lines.</param>
/// <param name="article">Tells what on the page is no article; null where all of it is.</param>
/// <param name="depth">How many tables this walk lies in.</param>
internal sealed class HtmlWalk(LineCollector lines, WebArticle? article = null, int depth = 0)
{
    private const int MaxTables = 6;

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "BODY", "CAPTION", "CENTER", "DD", "DETAILS", "DIV", "DL", "DT", "FIGCAPTION",
        "FIGURE", "FOOTER", "FORM", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "HR", "LI", "MAIN", "OL", "P", "PRE", "SECTION",
        "SUMMARY", "TABLE", "TBODY", "TD", "TH", "THEAD", "TR", "UL",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is no text of the page.</summary>
    private static readonly FrozenSet<string> Dropped = new[]
    {
        "AUDIO", "BUTTON", "CANVAS", "HEAD", "IFRAME", "INPUT", "NAV", "NOSCRIPT", "OBJECT", "OPTION", "SCRIPT", "SELECT", "STYLE", "SVG",
        "TEMPLATE", "TEXTAREA", "TITLE", "VIDEO",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly StyledText _text = new();
    private readonly ListMarkers _markers = new();
    private int _bold;
    private int _raised;
    private int _links;
    private int _linked;
    private bool _isInside;
    private string _marker = "";

    /// <summary>Takes down everything below an element.</summary>
    public void Walk(IElement root)
    {
        // By number, not from sibling to sibling: the library looks the next one up among all of them.
        var open = new Stack<(INode Node, int Next)>();
        if (Enter(root) && root.HasChildNodes)
        {
            open.Push((root, 0));
        }

        while (open.TryPop(out var place))
        {
            if (place.Next < place.Node.ChildNodes.Length)
            {
                open.Push((place.Node, place.Next + 1));
                var child = place.Node.ChildNodes[place.Next];
                if (Enter(child) && child.HasChildNodes)
                {
                    open.Push((child, 0));
                }
            }
            else
            {
                Leave(place.Node);
            }
        }

        EndBlock();
    }

    /// <summary>Whether the walk continues below the node.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            AddText(text.Data);
            return false;
        }

        if (node is not IElement element || Dropped.Contains(element.NodeName) || IsHidden(element))
        {
            return false;
        }

        if (Blocks.Contains(element.NodeName))
        {
            EndBlock();
        }

        _isInside |= article?.IsRoot(element) == true;
        switch (element.NodeName)
        {
            case "BR":
                BreakLine();
                return false;
            case "TABLE":
                ReadTable(element);
                return false;
            case "LI":
                _marker = _markers.Of(element);
                return true;
            case "A":
                _links += element.HasChildNodes ? 1 : 0;
                return true;
            case "B" or "STRONG":
                _bold += element.HasChildNodes ? 1 : 0;
                return true;
            case "SUP":
                _raised += element.HasChildNodes ? 1 : 0;
                return true;
            default:
                return true;
        }
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute(
            "style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Ends an element that has children.</summary>
    private void Leave(INode node)
    {
        if (Blocks.Contains(node.NodeName))
        {
            EndBlock();
        }

        _isInside &= article?.IsRoot(node) != true;
        _links -= node.NodeName is "A" ? 1 : 0;
        _bold -= node.NodeName is "B" or "STRONG" ? 1 : 0;
        _raised -= node.NodeName is "SUP" ? 1 : 0;
    }

    private void AddText(string data)
    {
        var text = Collapse(data, _text.IsEmpty || _text.Last is ' ' or '\n');
        if (text.Length == 0)
        {
            return;
        }

        _linked += _links > 0 ? text.Count(letter => !char.IsWhiteSpace(letter)) : 0;
        if (_marker.Length > 0)
        {
            _text.Add(_marker, isBold: false);
            _marker = "";
        }

        // A raised ① calls a footnote; raised letters and digits are units and powers.
        _text.Add(_raised > 0 && text.Trim() is [>= '\u2460' and <= '\u32BF'] ? "^" + text : text, _bold > 0);
    }

    private void BreakLine()
    {
        if (!_text.IsEmpty)
        {
            _text.Add("\n", isBold: false);
        }
    }

    private void EndBlock()
    {
        if (!_text.IsEmpty)
        {
            var text = _text.Take().TrimEnd();
            if (article?.IsFurniture(text, _linked, _isInside) == true)
            {
                lines.AddFurniture(text);
            }
            else
            {
                lines.AddParagraph(text);
            }
        }

        _linked = 0;
    }

    private void ReadTable(IElement table)
    {
        var grid = new TableGrid();
        foreach (var row in RowsOf(table))
        {
            if (row.NodeName == "CAPTION")
            {
                lines.AddParagraph(Collapse(row.TextContent, isAfterBlank: true).Trim());
                continue;
            }

            grid.BeginRow();
            foreach (var cell in row.Children.Where(child => child.NodeName is "TD" or "TH"))
            {
                grid.AddCell(ParagraphsOf(cell), SpanOf(cell, "colspan"), SpanOf(cell, "rowspan"));
            }

            grid.EndRow();
        }

        grid.AddTo(lines);
    }

    private static IEnumerable<IElement> RowsOf(IElement table) =>
        table.Children.SelectMany(child => child.NodeName is "THEAD" or "TBODY" or "TFOOT" ? child.Children.AsEnumerable() : [child])
            .Where(child => child.NodeName is "TR" or "CAPTION");

    private List<string> ParagraphsOf(IElement cell)
    {
        if (depth >= MaxTables)
        {
            return [Collapse(cell.TextContent, isAfterBlank: true).Trim()];
        }

        var inner = new LineCollector();
        new HtmlWalk(inner, article: null, depth + 1).Walk(cell);
        return inner.Texts;
    }

    private static int SpanOf(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) && span > 0 ? span : 1;

    /// <summary>Blanks and line ends of the source are one blank, and none after a blank; U+3000 and NBSP are text.</summary>
    private static string Collapse(string data, bool isAfterBlank)
    {
        var text = new StringBuilder(data.Length);
        foreach (var letter in data)
        {
            var isBlank = letter is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!isBlank)
            {
                text.Append(letter);
            }
            else if (!isAfterBlank)
            {
                text.Append(' ');
            }

            isAfterBlank = isBlank;
        }

        return text.ToString();
    }
}
