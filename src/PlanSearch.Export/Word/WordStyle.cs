using System.Collections.Immutable;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Export.Word;

/// <summary>A style that every template must have.</summary>
/// <param name="Name">Its name in the file; that of a built-in style is English in every language of Word and WPS.</param>
/// <param name="Shown">Its name as Chinese Word and WPS show it.</param>
/// <param name="Type">What it is a style of.</param>
internal sealed record WordStyle(string Name, string Shown, StyleValues Type)
{
    public static WordStyle Body { get; } = new("Normal", "正文", StyleValues.Paragraph);

    public static WordStyle Title { get; } = new("Title", "标题", StyleValues.Paragraph);

    public static WordStyle Heading1 { get; } = new("heading 1", "标题 1", StyleValues.Paragraph);

    public static WordStyle Heading2 { get; } = new("heading 2", "标题 2", StyleValues.Paragraph);

    public static WordStyle FootnoteText { get; } = new("footnote text", "脚注文本", StyleValues.Paragraph);

    public static WordStyle FootnoteReference { get; } = new("footnote reference", "脚注引用", StyleValues.Character);

    /// <summary>The frame of the tables.</summary>
    public static WordStyle Table { get; } = new("摘录表格", "摘录表格", StyleValues.Table);

    /// <summary>The first row of a table.</summary>
    public static WordStyle TableHeader { get; } = new("表头文字", "表头文字", StyleValues.Paragraph);

    /// <summary>What is in the cells of a table.</summary>
    public static WordStyle TableText { get; } = new("表格文字", "表格文字", StyleValues.Paragraph);

    /// <summary>What a reader has noted: never to be taken for the source.</summary>
    public static WordStyle Note { get; } = new("摘录说明", "摘录说明", StyleValues.Paragraph);

    /// <summary>All of them.</summary>
    public static ImmutableArray<WordStyle> All { get; } =
        [Body, Title, Heading1, Heading2, FootnoteText, FootnoteReference, Table, TableHeader, TableText, Note];

    /// <summary>As a person is told of it.</summary>
    public string InWords => Name == Shown ? $"“{Name}”" : $"“{Shown}”（{Name}）";
}
