namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>The title line of a 专栏: its label and where its title begins (R-BOX-1).</summary>
/// <param name="IsTitle">Whether the line is one.</param>
/// <param name="LabelEnd">Offset after the label in the text: after the 5 of 专栏 5.</param>
/// <param name="TitleStart">Offset of the title, after ： or blanks; the text's length when the label is alone.</param>
internal readonly record struct BoxTitle(bool IsTitle, int LabelEnd, int TitleStart)
{
    private const int MaxLabel = 8;

    /// <summary>Reads 专栏5 …, 专栏 1-1 …, 专栏一：…, 【专栏5】…, 【重点任务1】…; a sentence that only speaks of a 专栏 is none.</summary>
    public static BoxTitle Read(ReadOnlySpan<char> text)
    {
        // 专栏 1 …: a title that its first entry is glued to is longer than any title, and a title still.
        if (text.Length > Measures.BoxTitle)
        {
            return LabelEndOf(text) is var glued and > 0 and < MaxLabel && Glyphs.IsDigit(text[glued - 1])
                && Glyphs.IsBlank(text[glued]) ? new BoxTitle(true, glued, glued + 1) : default;
        }

        var labelEnd = LabelEndOf(text);
        if (labelEnd == 0)
        {
            return default;
        }

        var title = labelEnd;
        while (title < text.Length
            && (text[title] is '：' or ':' or '】' or ']' or '」' or '〕' or '》' or '.' or '．' or '、' or '|' or '｜'
                || Glyphs.IsBlank(text[title])))
        {
            title++;
        }

        return IsTitleText(text[title..], title > labelEnd) ? new BoxTitle(true, labelEnd, title) : default;
    }

    /// <summary>The offset after the label 专栏 5 that opens <paramref name="text"/>; 0 when it opens with none.</summary>
    public static int LabelEndOf(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length
            && (text[i] is '【' or '[' or '「' or '〔' or '《' or '★' or '◆' or '■' or '●' or '▲' or '◇' or '□' || Glyphs.IsBlank(text[i])))
        {
            i++;
        }

        if (i > 0 && text[i - 1] == '【' && TaskEnd(text, i) is var task and > 0)
        {
            return task;
        }

        // 任务专栏1
        i += text[i..].StartsWith("任务专栏", StringComparison.Ordinal) || text[i..].StartsWith("重点专栏", StringComparison.Ordinal) ? 2 : 0;
        if (text.Length - i < 3 || text[i] is not ('专' or '專'))
        {
            return 0;
        }

        i = SkipBlanks(text, i + 1);
        if (i >= text.Length || text[i] is not ('栏' or '欄'))
        {
            return 0;
        }

        var number = SkipBlanks(text, i + 1);
        var labelEnd = NumberEnd(text, number);
        return labelEnd > number ? labelEnd : IsSetOff(text, i + 1) ? i + 1 : 0;
    }

    // 【重点任务1】…, 【重大工程 二】…, 【案例3】…: the brackets and the number say that it is a box.
    private static int TaskEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MaxLabel && Glyphs.IsHan(text[end]) && Numerals.Digit(text[end]) < 0)
        {
            end++;
        }

        var word = text[at..end];
        var number = SkipBlanks(text, end);
        var numberEnd = word.EndsWith("任务") || word.EndsWith("工程") || word.EndsWith("案例") || word.EndsWith("行动") || word.EndsWith("项目")
            ? NumberEnd(text, number)
            : number;
        return numberEnd > number && numberEnd < text.Length && text[numberEnd] == '】' ? numberEnd : 0;
    }

    // 专栏：…, 【专栏】…, 专栏 …: without a number, only where something sets the word off from its title.
    private static bool IsSetOff(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] is '：' or ':' or '】' or '〕' or ']' or '」' or '|' or '｜')
        {
            return at + 1 < text.Length;
        }

        var next = SkipBlanks(text, at);
        return next > at && next < text.Length && (Glyphs.IsHan(text[next]) || text[next] is '“');
    }

    // 专栏5所列项目… is a sentence; 专栏5重点项目 is a title that lost its blank.
    private static bool IsTitleText(ReadOnlySpan<char> title, bool isSetOff)
    {
        if (Sentence.EndOf(title) is Ending.Semicolon || Sentence.HasInnerStop(title) || (!title.IsEmpty && title[^1] is '。' or '，' or '、'))
        {
            return false;
        }

        return isSetOff || title.IsEmpty || title[0] is not ('所' or '的' or '中' or '至' or '、' or '和' or '及' or '列' or '）' or '，');
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int at)
    {
        var (_, chinese) = Numerals.ReadChinese(text, at);
        if (chinese > 0)
        {
            return at + chinese;
        }

        var marker = MarkerReader.ReadAt(text, at);
        if (marker.Kind is MarkerKind.BracketedArabic or MarkerKind.BracketedIdeograph or MarkerKind.Circled)
        {
            return marker.End;
        }

        var i = at;
        while (i < text.Length && (Glyphs.IsDigit(text[i])
            || (i > at && i + 1 < text.Length && text[i] is '-' or '－' or '—' or '.' or '–' && Glyphs.IsDigit(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Glyphs.IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }
}
