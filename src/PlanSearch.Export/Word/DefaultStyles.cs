using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Export.Word;

/// <summary>
/// The styles of <see cref="DefaultTemplate"/>: 正文 in 仿宋_GB2312 三号, the title in 方正小标宋简体 二号, headings in 黑体 and 楷体_GB2312, tables in 小四.
/// </summary>
internal static class DefaultStyles
{
    public const string BodyFont = "仿宋_GB2312", TitleFont = "方正小标宋简体", HeadingFont = "黑体", SecondFont = "楷体_GB2312";
    private const string LatinFont = "Times New Roman";

    // Half points: 二号, 三号, 小四, 五号.
    private const int Size2 = 44, Size3 = 32, SmallSize4 = 24, Size5 = 21;

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                FontsOf(BodyFont),
                new FontSize { Val = "32" },
                new FontSizeComplexScript { Val = "32" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Paragraph(
            WordStyle.Body,
            "a",
            Set(indentChars: 200, lineTwips: 580, JustificationValues.Both),
            Letters(BodyFont, Size3),
            isDefault: true),
        Paragraph(WordStyle.Title, "a3", Set(0, 700, JustificationValues.Center, before: 0, after: 240), Letters(TitleFont, Size2)),
        Paragraph(
            WordStyle.Heading1, "1", Outlined(Set(200, 580, JustificationValues.Left, before: 240), level: 0), Letters(HeadingFont, Size3)),
        Paragraph(WordStyle.Heading2, "2", Outlined(Set(200, 580, JustificationValues.Left), level: 1), Letters(SecondFont, Size3)),
        Paragraph(WordStyle.Note, "a4", Set(200, 440, JustificationValues.Both), Letters(SecondFont, SmallSize4)),
        Paragraph(WordStyle.TableHeader, "a5", Set(0, 400, JustificationValues.Center), Letters(HeadingFont, SmallSize4)),
        Paragraph(WordStyle.TableText, "a6", Set(0, 400, JustificationValues.Left), Letters(BodyFont, SmallSize4)),
        Paragraph(WordStyle.FootnoteText, "a7", Set(0, 320, JustificationValues.Left), Letters(BodyFont, Size5)),
        Named(
            WordStyle.FootnoteReference,
            "a8",
            new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript })),
        Named(WordStyle.Table, "a9", Grid()));

    private static Style Paragraph(
        WordStyle style, string id, StyleParagraphProperties set, StyleRunProperties letters, bool isDefault = false)
    {
        var made = Named(style, id, set, letters);
        made.Default = isDefault ? true : null;
        if (!isDefault)
        {
            made.InsertAfter(new BasedOn { Val = "a" }, made.StyleName);
        }

        return made;
    }

    private static Style Named(WordStyle style, string id, params OpenXmlElement[] properties)
    {
        var isOwn = style.Name == style.Shown;
        var made = new Style(new StyleName { Val = style.Name }, new PrimaryStyle())
        {
            Type = style.Type,
            StyleId = id,
            CustomStyle = isOwn ? true : null
        };
        made.Append(properties);
        return made;
    }

    private static StyleParagraphProperties Set(
        int indentChars, int lineTwips, JustificationValues justification, int before = 0, int after = 0) => new(
        new SpacingBetweenLines
        {
            Before = Number(before),
            After = Number(after),
            Line = Number(lineTwips),
            LineRule = LineSpacingRuleValues.Exact,
        },
        // By characters, as Chinese typesetting counts; the twips are for programs that know no characters.
        new Indentation { FirstLineChars = indentChars, FirstLine = Number(indentChars * 32 / 10) },
        new Justification { Val = justification });

    private static StyleParagraphProperties Outlined(StyleParagraphProperties set, int level)
    {
        set.InsertAt(new KeepNext(), 0);
        set.AppendChild(new OutlineLevel { Val = level });
        return set;
    }

    private static StyleRunProperties Letters(string font, int halfPoints) => new(
        FontsOf(font), new FontSize { Val = Number(halfPoints) }, new FontSizeComplexScript { Val = Number(halfPoints) });

    private static RunFonts FontsOf(string eastAsia) =>
        new() { Ascii = LatinFont, HighAnsi = LatinFont, ComplexScript = LatinFont, EastAsia = eastAsia };

    private static StyleTableProperties Grid() => new(
        new TableBorders(
            Line<TopBorder>(),
            Line<LeftBorder>(),
            Line<BottomBorder>(),
            Line<RightBorder>(),
            Line<InsideHorizontalBorder>(),
            Line<InsideVerticalBorder>()),
        new TableCellMarginDefault(
            new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
            new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }));

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
