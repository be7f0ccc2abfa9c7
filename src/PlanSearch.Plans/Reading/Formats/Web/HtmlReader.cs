using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>A web page -> lines. Nothing is loaded: no style, script, picture or frame.</summary>
internal static class HtmlReader
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "HTML";

    private const int LongestHead = 4096;

    private const int LeastBlocks = 3;

    private static readonly string[] Openings = ["!doctype html", "html", "head", "body"];

    private static readonly string[] BlockEnds = ["</p>", "</div>", "</td>", "</li>", "</h1>", "</h2>", "</h3>"];

    /// <summary>Whether a text opens as a web page, or opens with an element and has blocks with nothing but markup between them.</summary>
    public static bool Is(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LongestHead)).TrimStart();
        while (head.StartsWith("<!--") || head.StartsWith("<?"))
        {
            var end = head.IndexOf('>');
            head = end < 0 ? [] : head[(end + 1)..].TrimStart();
        }

        if (!head.StartsWith('<'))
        {
            return false;
        }

        head = head[1..];
        foreach (var opening in Openings)
        {
            if (head.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && head.Length > opening.Length
                && head[opening.Length] is '>' or ' ' or '\n' or '\r' or '\t')
            {
                return true;
            }
        }

        return !head.IsEmpty && char.IsAsciiLetter(head[0]) && HasBlocks(text);
    }

    // A plan that quotes an element continues words after it.
    private static bool HasBlocks(string text)
    {
        var (closed, quoted) = (0, 0);
        foreach (var end in BlockEnds)
        {
            for (var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase); at
                >= 0; at = text.IndexOf(end, at + end.Length, StringComparison.OrdinalIgnoreCase))
            {
                var rest = text.AsSpan(at + end.Length).TrimStart();
                (closed, quoted) = rest.IsEmpty || rest[0] == '<' ? (closed + 1, quoted) : (closed, quoted + 1);
            }
        }

        return closed >= LeastBlocks && quoted * 4 < closed;
    }

    /// <summary>Reads a page.</summary>
    public static ReadResult Read(DecodedText decoded, CancellationToken cancellationToken)
    {
        var lines = new LineCollector();
        using var document = Parse(decoded.Text, new MarkupCount(cancellationToken));
        var article = WebArticle.Of(document);
        lines.Title = article.Title;
        if (document.Body is { } body)
        {
            new HtmlWalk(lines, article).Walk(body);
        }

        return lines.Finish(Format, decoded);
    }

    /// <summary>Adds the lines of a piece of a page.</summary>
    /// <param name="lines">Takes them.</param>
    /// <param name="html">The page.</param>
    /// <param name="count">Counts what the file holds of elements.</param>
    public static void AddTo(LineCollector lines, string html, MarkupCount count)
    {
        using var document = Parse(html, count);
        if (document.Body is { } body)
        {
            new HtmlWalk(lines).Walk(body);
        }
    }

    // A parser without a browsing context has no loader and runs no script.
    private static IHtmlDocument Parse(string html, MarkupCount count) => new HtmlParser(OptionsFor(count)).ParseDocument(html);

    private static HtmlParserOptions OptionsFor(MarkupCount count)
    {
        var nesting = new HtmlNesting(count);
        return new HtmlParserOptions
        {
            DisableElementPositionTracking = true,
            SkipComments = true,
            SkipScriptText = true,
            MaximumDepth = ReadingBound.Depth.Value,
            ShouldEmitAttribute = HtmlNesting.Keeps,
            OnToken = (token, _) => nesting.Take(token),
        };
    }
}
