using System.Buffers;
using Markdig;
using Markdig.Syntax;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>
/// Markdown -> the lines a plain text of it would have: no # of headings, TAB rows for tables, footnotes under their paragraphs.
/// </summary>
/// <remarks>
/// What a line of the file says keeps its number; only under a paragraph with several notes the next line may be lower.
/// </remarks>
internal static class MarkdownReader
{
    /// <summary>What the ledger calls it.</summary>
    public const string Format = "Markdown";

    private const int LeastHeadings = 2;

    private static readonly SearchValues<char> DelimiterSigns = SearchValues.Create("|-: \t");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseCjkFriendlyEmphasis().UsePreciseSourceLocation().Build();

    /// <summary>
    /// Whether a text has what plain text never has: two headings with #, or a row of dashes between bars under a row with bars.
    /// </summary>
    public static bool Is(string text)
    {
        var headings = 0;
        var hasBars = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            headings += IsHeading(line) ? 1 : 0;
            if (headings >= LeastHeadings || (hasBars && IsDelimiterRow(line)))
            {
                return true;
            }

            hasBars = line.Contains('|');
        }

        return false;
    }

    /// <summary>Reads Markdown; null when it nests so deeply that it is none.</summary>
    public static ReadResult? Read(DecodedText decoded, CancellationToken cancellationToken)
    {
        var count = new MarkupCount(cancellationToken);
        count.AddSigns(decoded.Text);
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(decoded.Text, Pipeline);
        }
        catch (ArgumentException)
        {
            // What the library throws above its depth of nesting; the caller reads the file as plain text then.
            return null;
        }

        var lines = new LineCollector();
        new MarkdownWalk(decoded.Text, lines, count).Walk(document);
        return lines.Finish(Format, decoded);
    }

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        var signs = line.IndexOfAnyExcept('#');
        return signs is > 0 and <= 6 && line[signs] == ' ' && !line[signs..].IsWhiteSpace();
    }

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains("--", StringComparison.Ordinal) && line.Contains('|') && line.IndexOfAnyExcept(DelimiterSigns) < 0;
}
