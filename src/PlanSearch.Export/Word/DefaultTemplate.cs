using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Export.Word;

/// <summary>The template that comes with the program: A4, set as official writing is (GB/T 9704-2012), with a page number.</summary>
internal static class DefaultTemplate
{
    // Twips, 1/1440 of an inch: the type area of 156 mm by 225 mm, 28 mm from the binding and 37 mm from the top.
    private const uint PaperWidth = 11_906, PaperHeight = 16_838;
    private const int Top = 2_098, Bottom = 1_984;
    private const uint Left = 1_587, Right = 1_474, Footer = 1_200;

    /// <summary>Fonts and what stands for them where they are not installed.</summary>
    private static readonly (string Name, string Other)[] Fonts =
    [
        (DefaultStyles.BodyFont, "仿宋,FangSong,STFangsong"),
        (DefaultStyles.HeadingFont, "SimHei"),
        (DefaultStyles.SecondFont, "楷体,KaiTi"),
        (DefaultStyles.TitleFont, "方正小标宋_GBK,华文中宋,STZhongsong,SimSun"),
    ];

    /// <summary>A docx in memory: styles, fonts, page and page number, no text. Made anew at each call.</summary>
    public static byte[] Make()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DefaultStyles.Make();
            main.AddNewPart<FontTablePart>().Fonts = new Fonts(Fonts.Select(font =>
                (OpenXmlElement)new Font(new AltName { Val = font.Other }, new FontCharSet { Val = "86" }) { Name = font.Name }));
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation });
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(PageNumber());
            main.Document = new Document(new Body(
                new Paragraph(),
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new PageSize { Width = PaperWidth, Height = PaperHeight },
                    new PageMargin
                    {
                        Top = Top,
                        Bottom = Bottom,
                        Left = Left,
                        Right = Right,
                        Header = Footer,
                        Footer = Footer,
                        Gutter = 0
                    })));
        }

        return file.ToArray();
    }

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(
            new Indentation { FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new RunProperties(new FontSize { Val = "28" }), new Text("1"))) { Instruction = " PAGE " });
}
