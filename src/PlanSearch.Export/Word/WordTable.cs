using System.Collections.Immutable;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Export.Word;

/// <summary>A table whose header is repeated on every page; a row is not torn unless it is longer than a page.</summary>
internal sealed class WordTable
{
    private readonly WordDocument _document;
    private readonly ImmutableArray<int> _widths;
    private readonly Table _table;

    /// <param name="document">Where it is added.</param>
    /// <param name="textWidth">Its width in twips.</param>
    /// <param name="columns">Header and share of the width.</param>
    public WordTable(WordDocument document, int textWidth, params ReadOnlySpan<(string Header, double Share)> columns)
    {
        _document = document;
        var widths = ImmutableArray.CreateBuilder<int>(columns.Length);
        foreach (var (_, share) in columns)
        {
            widths.Add((int)(textWidth * share));
        }

        _widths = widths.ToImmutable();
        _table = new Table(
            new TableProperties(
                new TableStyle { Val = document.IdOf(WordStyle.Table) },
                new TableWidth { Width = WordDocument.Number(_widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(_widths.Select(width => new GridColumn { Width = WordDocument.Number(width) })));
        document.Add(_table);
        Row(
            new TableHeader(),
            [.. columns.ToArray().Select(column => (IReadOnlyList<Paragraph>)[Text(column.Header, WordStyle.TableHeader)])]);
    }

    /// <summary>The column whose cells run on over several rows.</summary>
    public required int Merged { get; init; }

    /// <summary>Adds a row; a cell is one paragraph or more.</summary>
    /// <param name="isNew">
    /// Whether the cell of <see cref="Merged"/> begins anew; else that of the row before runs on and takes no text.
    /// </param>
    /// <param name="cells">The cells.</param>
    public void Add(bool isNew, params IReadOnlyList<Paragraph>[] cells)
    {
        var row = Row(null, cells);
        var cell = row.Elements<TableCell>().ElementAt(Merged);
        cell.TableCellProperties!.VerticalMerge = new VerticalMerge { Val = isNew ? MergedCellValues.Restart : MergedCellValues.Continue };
        if (!isNew)
        {
            cell.RemoveAllChildren<Paragraph>();
            cell.AppendChild(Text(""));
        }
    }

    /// <summary>A paragraph of a cell.</summary>
    public Paragraph Text(string text, WordStyle? style = null) => _document.Paragraph(style ?? WordStyle.TableText, [WordText.Run(text)]);

    private TableRow Row(TableHeader? header, IReadOnlyList<Paragraph>[] cells)
    {
        var row = new TableRow();
        var properties = row.AppendChild(new TableRowProperties(new CantSplit()));
        if (header is not null)
        {
            properties.AppendChild(header);
        }

        for (var i = 0; i < cells.Length; i++)
        {
            var cell = new TableCell(
                new TableCellProperties(new TableCellWidth { Width = WordDocument.Number(_widths[i]), Type = TableWidthUnitValues.Dxa }));
            cell.Append(cells[i]);
            row.AppendChild(cell);
        }

        return _table.AppendChild(row);
    }
}
