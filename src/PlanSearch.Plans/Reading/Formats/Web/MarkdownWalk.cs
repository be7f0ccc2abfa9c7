using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>Walks the blocks of parsed Markdown and takes down their lines. The library bounds how deep they nest.</summary>
/// <param name="source">The text the spans of the blocks lie in.</param>
/// <param name="lines">Takes the lines.</param>
/// <param name="count">Counts what the file holds of elements.</param>
internal sealed class MarkdownWalk(string source, LineCollector lines, MarkupCount count)
{
    private readonly FootnoteMarks _footnotes = new();

    /// <summary>Takes down every block below a container, and notes nobody calls at its end.</summary>
    public void Walk(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Add(block, marker: "");
        }
    }

    private void Add(Markdig.Syntax.Block block, string marker)
    {
        lines.SourceLine = block.Line;
        switch (block)
        {
            case Markdig.Extensions.Tables.Table table:
                AddTable(table);
                break;
            case FootnoteGroup group:
                AddUncalled(group);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ListBlock list:
                AddList(list);
                break;
            case HtmlBlock html:
                HtmlReader.AddTo(lines, html.Lines.ToString(), count);
                break;
            case CodeBlock code:
                // Plans hold no programs: this is text that somebody indented.
                lines.AddParagraph(marker + code.Lines);
                break;
            case LeafBlock { Inline: { } inline }:
                lines.AddParagraph(marker + MarkdownInlines.TextOf(inline, _footnotes));
                _footnotes.AddTo(lines);
                break;
            case ContainerBlock container:
                Walk(container);
                break;
            default:
                break;
        }
    }

    /// <summary>The marker of an item is before its first paragraph as the source prints it.</summary>
    private void AddList(ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = item.Count > 0 ? source[item.Span.Start..Math.Max(item.Span.Start, item[0].Span.Start)].TrimStart() : "";
            foreach (var block in item)
            {
                Add(block, marker);
                marker = "";
            }
        }
    }

    private void AddTable(Markdig.Extensions.Tables.Table table)
    {
        var grid = new TableGrid();
        foreach (var row in table.OfType<TableRow>())
        {
            grid.BeginRow();
            foreach (var cell in row.OfType<TableCell>())
            {
                grid.AddCell(
                    [.. cell.OfType<LeafBlock>()
                        .Where(leaf => leaf.Inline is not null)
                        .Select(leaf => MarkdownInlines.TextOf(leaf.Inline!, _footnotes))],
                    cell.ColumnSpan, cell.RowSpan);
            }

            grid.EndRow(line: row.Line);
        }

        grid.AddTo(lines);
        _footnotes.AddTo(lines);
    }

    private void AddUncalled(FootnoteGroup group)
    {
        foreach (var note in group.OfType<Footnote>().Where(note => note.Links.Count == 0))
        {
            Walk(note);
        }
    }
}
