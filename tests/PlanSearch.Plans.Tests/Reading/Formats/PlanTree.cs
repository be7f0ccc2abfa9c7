using System.Text;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>
/// What a plan is, whatever file it came in: kinds, depths, boxes, entries and texts. Page numbers and empty cells at a row's end are left
/// out; footnotes are at the end.
/// </summary>
internal static class PlanTree
{
    /// <summary>
    /// As <see cref="Of"/>, without what paper does not show: blanks, empty cells beside full ones, and which number a page has.
    /// </summary>
    public static string Printed(SourceText source) =>
        string.Join('\n', Of(source).Split('\n').Where(line => !line.EndsWith(" —", StringComparison.Ordinal)))
        .Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);

    /// <summary>A line a block; two files of one plan give the same.</summary>
    public static string Of(SourceText source)
    {
        var document = PlanParser.Parse(source);
        var text = new StringBuilder();
        foreach (var block in document.Blocks.Where(block => block.Kind is not (BlockKind.Noise or BlockKind.Footnote)))
        {
            text.Append(
                $"{block.Kind} {block.Depth} {block.Box} {block.Entry} {block.Table} {string.Join('/', document.PathOf(block.Node))} | {block.Text.TrimEnd('\t')}\n");
        }

        foreach (var note in document.Blocks.Where(block => block.Kind == BlockKind.Footnote))
        {
            text.Append($"{note.Kind} {string.Join('/', document.PathOf(document.Records[note.Record].Node))} | {note.Text[1..].Trim()}\n");
        }

        return text.ToString();
    }
}
