namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Headings that have no number: 前言, 附件 and their like (R-HEAD-6).</summary>
internal static class UnnumberedHeading
{
    // What such a heading can begin with; it spares most lines the closer look.
    private static readonly System.Buffers.SearchValues<char> First = System.Buffers.SearchValues.Create("前引序导導绪緒结結附后後");

    /// <summary>Whether the whole line is such a heading.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Measures.Title || !First.Contains(text[0]) || NamesFile(text)
            || Sentence.EndOf(text) is Ending.Stop or Ending.Semicolon)
        {
            return false;
        }

        Span<char> key = stackalloc char[Measures.Title];
        var length = 0;
        foreach (var c in text)
        {
            if (!Glyphs.IsBlank(c))
            {
                key[length++] = c;
            }
        }

        var word = key[..length];
        return IsSpacedAnnex(text) || OpensDocument(word) || IsAnnex(word)
            || word is "结语" or "結語" or "结束语" or "結束語" or "附则" or "附則" or "后记" or "後記";
    }

    // 附件1.docx is a link to a file.
    private static bool NamesFile(ReadOnlySpan<char> text) =>
        text.LastIndexOf('.') is > 0 and var point && text.Length - point is 4 or 5 && Glyphs.IsLatin(text[point + 1])
        && Glyphs.IsLatin(text[^1]);

    /// <summary>R-HEAD-9: 附表 重点项目表: whether a blank sets the title of an annex off.</summary>
    public static bool IsSpacedAnnex(ReadOnlySpan<char> text) =>
        IsAnnexWord(text) && text.Length > 2 && Glyphs.IsBlank(text[2]) && !Sentence.HasInnerStop(text);

    /// <summary>Whether the line is 前言 or its like, which opens a document.</summary>
    public static bool IsPreface(string text) => Is(text) && OpensDocument(ContentsEntry.Key(text));

    /// <summary>Whether the line is the label of an annex and no more, so that its title is on the next: 附件, 附件1, 附件 1：.</summary>
    public static bool IsBareAnnex(ReadOnlySpan<char> text)
    {
        var at = 2;
        while (at < text.Length
            && (Glyphs.IsDigit(text[at]) || Glyphs.IsBlank(text[at]) || Numerals.Digit(text[at]) > 0 || text[at] is '十' or '：' or ':'))
        {
            at++;
        }

        return IsAnnexWord(text) && at >= text.Length;
    }

    /// <summary>Whether a heading without number opens what is annexed, and not the last articles (附则).</summary>
    public static bool OpensAnnex(string heading) => heading.StartsWith('附') && heading.AsSpan(1) is not ['则' or '則', ..];

    private static bool OpensDocument(ReadOnlySpan<char> word) =>
        word is "前言" or "引言" or "序言" or "导言" or "導言" or "绪论" or "緒論" or "绪言" or "緒言";

    private static bool IsAnnexWord(ReadOnlySpan<char> word) =>
        word.Length >= 2 && word[0] == '附' && word[1] is '件' or '录' or '錄' or '表' or '图' or '圖';

    /// <summary>Whether the line opens an annex: 附件, 附件1, 附表：….</summary>
    public static bool IsAnnex(ReadOnlySpan<char> word)
    {
        if (!IsAnnexWord(word))
        {
            return false;
        }

        if (word.Length == 2)
        {
            return true;
        }

        // 附件：1. … 2. … lists the annexes; it heads none.
        if (word[2] is '：' or ':')
        {
            return MarkerReader.ReadAt(word, 3).Kind == MarkerKind.None;
        }

        return Glyphs.IsDigit(word[2]) || Numerals.Digit(word[2]) > 0;
    }
}
