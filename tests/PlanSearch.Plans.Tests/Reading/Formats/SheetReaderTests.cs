using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Reading.Formats.Sheets;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Reading.Formats;

public sealed class SheetReaderTests
{
    private const string Shared = "<sst><si><t>编号</t></si><si><r><t>标</t></r><r><t>题</t></r><rPh><t>biāoti</t></rPh></si></sst>";

    public static TheoryData<string, string> Rows => new()
    {
        // rows of the sheet                                                                                        number: cells
        { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>",                    "1: 编号|标题" },
        { "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>甲</t></is></c><c "
            + "r=\"C3\"><v>44294</v></c></row>",      "3: 甲||44294" },      // an empty cell is left out
        { "<row><c t=\"str\"><v>甲</v></c><c "
            + "t=\"str\"><v>乙</v></c></row><row><c><v>1</v></c></row>",              "1: 甲|乙 2: 1" },     // no references
        { "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲_x000A_乙_x_</t></is></c></row>",                      "1: 甲\n乙_x_" },
        { "<row r=\"1\"><c r=\"A1\" "
            + "t=\"s\"><v>99</v></c></row>",                                                   "1: " },               // no such text
        { "",                                                                                                       "" },
    };

    public static TheoryData<string, byte[], ReadFailureCode> NoTables => new()
    {
        { "cut off", Workbook("<row/>")[..200], ReadFailureCode.Damaged },
        { "no workbook", PackageFile.Of(("word/document.xml", "<document/>")), ReadFailureCode.Damaged },
        { "no sheet", PackageFile.Of(
            ("xl/workbook.xml", "<workbook/>"), ("xl/_rels/workbook.xml.rels", "<Relationships/>")), ReadFailureCode.Damaged },
        { "document type", Workbook("<row/>", "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]>"), ReadFailureCode.Unsafe },
        { "cell far out", Workbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), ReadFailureCode.TooLarge },
        { "rows without end", Workbook(string.Concat(Enumerable.Repeat("<row/>", SheetReader.MaxRows + 1))), ReadFailureCode.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_Rows_GivesTheirCellsAsShown(string rows, string cells)
    {
        var (read, failure) = SheetReader.Read(Workbook(rows));

        Assert.Null(failure);
        Assert.Equal(cells, string.Join(' ', read.Select(row => $"{row.Number}: {string.Join('|', row.Cells)}")));
    }

    [Theory]
    [MemberData(nameof(NoTables))]
    public void Read_WhatIsNoTable_GivesTheFailure(string what, byte[] bytes, ReadFailureCode code)
    {
        var (rows, failure) = SheetReader.Read(bytes);

        Assert.True(rows.IsEmpty, what);
        Assert.Equal(code, failure?.Code);
    }

    private static byte[] Workbook(string rows, string head = "") => PackageFile.Of(
        ("xl/workbook.xml", "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"题录\" r:id=\"a\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/sharedStrings.xml", Shared),
        ("xl/worksheets/sheet1.xml", $"{head}<worksheet><sheetData>{rows}</sheetData></worksheet>"));
}
