using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;

namespace PlanSearch.Export.Cells;

/// <summary>A workbook (ECMA-376) as a zip that is written from front to back: no part of it is ever held whole.</summary>
/// <remarks>
/// The packaging classes of the framework hold every part in memory until the end; a million rows would not fit. Here the part that
/// names the sheets comes last, and the list of content types, which must come first, names them by their ending.
/// </remarks>
internal sealed class XlsxPackage : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly ZipArchive _zip;
    private readonly List<string> _sheets = [];

    /// <param name="output">Where it is written; need not be seekable, stays open.</param>
    public XlsxPackage(Stream output)
    {
        _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml",
            $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="{Content}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Content}.styles+xml"/></Types>
            """);
        Part("_rels/.rels",
            $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Part("xl/styles.xml",
            $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>
            """);
    }

    /// <summary>How parts are written: UTF-8 without mark.</summary>
    public static XmlWriterSettings XmlSettings { get; } = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Begins the next sheet; the one before must have ended.</summary>
    public XlsxSheet Sheet(string name, ImmutableArray<TableColumn> columns)
    {
        _sheets.Add(name);
        var entry = _zip.CreateEntry(
            $"xl/worksheets/sheet{_sheets.Count.ToString(CultureInfo.InvariantCulture)}.xml", CompressionLevel.Fastest);
        return new XlsxSheet(entry.Open(), columns);
    }

    /// <summary>Names the sheets; without it the file is none.</summary>
    public void End()
    {
        var numbered = _sheets.Select(
            (name, at) => (name: SecurityElement.Escape(name), id: (at + 1).ToString(CultureInfo.InvariantCulture))).ToList();
        Part("xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="styles" Type="{Relation}/styles" Target="styles.xml"/>{string.Concat(numbered.Select(sheet => $"""<Relationship Id="rId{sheet.id}" Type="{Relation}/worksheet" Target="worksheets/sheet{sheet.id}.xml"/>"""))}</Relationships>
            """);
        Part("xl/workbook.xml",
            $"""
            <workbook xmlns="{Main}" xmlns:r="{Relation}"><sheets>{string.Concat(numbered.Select(sheet => $"""<sheet name="{sheet.name}" sheetId="{sheet.id}" r:id="rId{sheet.id}"/>"""))}</sheets></workbook>
            """);
    }

    /// <summary>Ends the zip.</summary>
    public void Dispose() => _zip.Dispose();

    private void Part(string name, string xml)
    {
        using var entry = _zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="utf-8"?>""" + xml));
    }
}
