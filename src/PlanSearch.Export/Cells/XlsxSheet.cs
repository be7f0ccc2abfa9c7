using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace PlanSearch.Export.Cells;

/// <summary>One sheet of a workbook, written row by row, header first.</summary>
/// <remarks>Text goes into typed cells as it is: no spreadsheet takes it for a formula, a date or a number.</remarks>
internal sealed class XlsxSheet : IDisposable
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Stream _entry;
    private readonly XmlWriter _xml;
    private readonly ImmutableArray<TableColumn> _columns;

    /// <param name="entry">Where it is written; closed with the sheet.</param>
    /// <param name="columns">Its columns.</param>
    public XlsxSheet(Stream entry, ImmutableArray<TableColumn> columns)
    {
        (_entry, _columns) = (entry, columns);
        _xml = XmlWriter.Create(entry, XlsxPackage.XmlSettings);
        _xml.WriteStartElement("worksheet", Namespace);
        FreezeHeader();
        Widths();
        _xml.WriteStartElement("sheetData", Namespace);
        Row([.. columns.Select(column => column.Name)], isHeader: true);
    }

    /// <summary>Rows written, the header included.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes a row; cells that are missing at its end stay empty.</summary>
    public void Row(ImmutableArray<string> cells) => Row(cells, isHeader: false);

    /// <summary>Ends the sheet.</summary>
    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Dispose();
        _entry.Dispose();
    }

    private void Row(ImmutableArray<string> cells, bool isHeader)
    {
        _xml.WriteStartElement("row", Namespace);
        for (var i = 0; i < cells.Length; i++)
        {
            Cell(cells[i], isHeader, !isHeader && _columns[i].IsNumber);
        }

        _xml.WriteEndElement();
        Rows++;
    }

    private void Cell(string text, bool isHeader, bool isNumber)
    {
        _xml.WriteStartElement("c", Namespace);
        if (isHeader)
        {
            _xml.WriteAttributeString("s", "1");
        }

        if (isNumber && text.Length > 0)
        {
            _xml.WriteElementString("v", Namespace, text);
        }
        else if (text.Length > 0)
        {
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", Namespace);
            _xml.WriteStartElement("t", Namespace);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(XlsxText.Of(text));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void FreezeHeader()
    {
        _xml.WriteStartElement("sheetViews", Namespace);
        _xml.WriteStartElement("sheetView", Namespace);
        _xml.WriteAttributeString("workbookViewId", "0");
        _xml.WriteStartElement("pane", Namespace);
        _xml.WriteAttributeString("ySplit", "1");
        _xml.WriteAttributeString("topLeftCell", "A2");
        _xml.WriteAttributeString("activePane", "bottomLeft");
        _xml.WriteAttributeString("state", "frozen");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Widths()
    {
        _xml.WriteStartElement("cols", Namespace);
        for (var i = 0; i < _columns.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            _xml.WriteStartElement("col", Namespace);
            _xml.WriteAttributeString("min", number);
            _xml.WriteAttributeString("max", number);
            _xml.WriteAttributeString("width", _columns[i].Width.ToString(CultureInfo.InvariantCulture));
            _xml.WriteAttributeString("customWidth", "1");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }
}
