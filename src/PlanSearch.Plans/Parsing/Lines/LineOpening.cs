using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>Reads what a line opens; <see cref="Line.Opens"/> keeps it.</summary>
internal static class LineOpening
{
    /// <summary>All that the line opens by its words, its marker and its cells.</summary>
    public static Opens Of(Line line) => line.Plain.Length == 0 ? Opens.None : Read(line);

    private static Opens Read(Line line) =>
        When(IsStrongHeading(line), Opens.StrongHeading)
        | When(UnnumberedHeading.Is(line.Plain), Opens.UnnumberedHeading)
        | When(BoxTitle.Read(line.Plain).IsTitle, Opens.BoxTitle)
        | When(FigureCaption.Is(line.Plain), Opens.Figure)
        | When(FigureCaption.IsNumberedTable(line.Plain), Opens.NumberedTable)
        | When(line.Marker.Kind is MarkerKind.Dash or MarkerKind.Bullet, Opens.Dash)
        | When(line.Marker.IsListed, Opens.ListedNumber)
        | When(UnnumberedHeading.IsBareAnnex(line.Plain), Opens.AnnexLabel)
        | When(IsTitle(line), Opens.Title)
        | When(IsTitleWithStop(line), Opens.TitleWithStop);

    private static Opens When(bool holds, Opens opens) => holds ? opens : Opens.None;

    // 第…篇/章/节 with a title, or with none when the title is on the next line.
    private static bool IsStrongHeading(Line line) =>
        line.Marker.IsStrong && line.Words.Length <= Measures.StrongTitle && !Sentence.HasInnerStop(line.Words)
        && (line.Words.IsEmpty || line.Words[^1] is not ('，' or '、' or '；' or ',')) && !OpensSentence(line);

    // 第三章第二节提出…, 第一部分是…: the marker belongs to a sentence.
    private static bool OpensSentence(Line line) =>
        (line.Ending == Ending.Stop && line.Words.Length > Measures.Title)
        || (!line.Words.IsEmpty && line.Marker.Rest == line.Marker.End && line.Words[0] is '第' or '的' or '是' or '、' or '和' or '，' or '课');

    private static bool IsTitle(Line line) =>
        line.Words.Length is > 0 and <= Measures.Title && !line.HasCells && line.Ending is (Ending.Open or Ending.Colon)
        && line.Words[^1] is not ('，' or '、' or ',') && !Sentence.HasInnerStop(line.Words) && Sentence.LeadOf(line.Words) == 0;

    private static bool IsTitleWithStop(Line line) =>
        line.Ending == Ending.Stop && line.Words.Length is > 0 and <= Measures.TitleWithStop && !Sentence.HasInnerStop(line.Words);
}
