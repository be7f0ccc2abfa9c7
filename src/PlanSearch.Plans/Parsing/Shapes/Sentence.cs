namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>How the text of a line ends.</summary>
internal enum Ending
{
    /// <summary>In mid-sentence: the next text line may continue it.</summary>
    Open,

    /// <summary>With 。 or its like, also before closing quotes and footnote marks.</summary>
    Stop,

    /// <summary>With ：, which announces what follows.</summary>
    Colon,

    /// <summary>With ；: a member of a list, or a clause.</summary>
    Semicolon,
}

/// <summary>Questions about sentences in a line's text.</summary>
internal static class Sentence
{

    private static readonly System.Buffers.SearchValues<char> ClauseSigns = System.Buffers.SearchValues.Create("，。；：！？、");

    /// <summary>How <paramref name="text"/> ends; empty text is <see cref="Ending.Stop"/>.</summary>
    public static Ending EndOf(ReadOnlySpan<char> text)
    {
        var i = BeforeMark(text) - 1;
        while (i >= 0 && (Glyphs.IsCloser(text[i]) || Glyphs.IsCircled(text[i]) || Glyphs.IsBlank(text[i])))
        {
            i--;
        }

        if (i < 0)
        {
            return text.IsEmpty ? Ending.Stop : Ending.Open;
        }

        return text[i] switch
        {
            '：' or ':' => i == text.Length - 1 ? Ending.Colon : Ending.Open,
            '；' or ';' => Ending.Semicolon,
            '.' => i > 0 && Glyphs.IsHan(text[i - 1]) ? Ending.Stop : Ending.Open,
            var c => Glyphs.IsFullStop(c) ? Ending.Stop : Ending.Open,
        };
    }

    /// <summary>Whether a number in brackets is cut at the end: …；（十, where 一） follows.</summary>
    public static bool EndsInNumber(ReadOnlySpan<char> text)
    {
        const int longest = 4;
        var tail = text[Math.Max(0, text.Length - longest)..];
        return tail.LastIndexOfAny('（', '(', '〔') > tail.LastIndexOfAny('）', ')', '〕');
    }

    /// <summary>Whether it opens with 到2027年: a goal, as the first words of a paragraph give it.</summary>
    public static bool OpensWithYear(ReadOnlySpan<char> text) =>
        text.Length > 6 && text[0] == '到' && text.Slice(1, 4).IndexOfAnyExceptInRange('0', '9') < 0 && text[5] == '年';

    /// <summary>Whether it ends with a note in brackets that completes it: （责任单位：…）, （…牵头）, or any behind a full stop.</summary>
    public static bool EndsWithNote(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[^1] is not ('）' or ')'))
        {
            return false;
        }

        var depth = 0;
        for (var i = text.Length - 1; i > 0; i--)
        {
            depth += text[i] is '）' or ')' ? 1 : text[i] is '（' or '(' ? -1 : 0;
            if (depth == 0)
            {
                var note = text[i..];
                return Glyphs.IsFullStop(text[i - 1]) || note.Contains("单位：", StringComparison.Ordinal)
                    || note.Contains("单位:", StringComparison.Ordinal)
                    || note.Contains("负责", StringComparison.Ordinal) || note.Contains("牵头", StringComparison.Ordinal);
            }
        }

        return false;
    }

    // The mark of a footnote after the full stop: …体系。[2]
    private static int BeforeMark(ReadOnlySpan<char> text)
    {
        var at = text.Length - 1;
        if (at < 3 || text[at] is not (']' or '］'))
        {
            return text.Length;
        }

        do
        {
            at--;
        }
        while (at > 0 && Glyphs.IsDigit(text[at]));

        return at > 0 && at < text.Length - 2 && text[at] is '[' or '［' ? at : text.Length;
    }

    /// <summary>Whether a sentence ends within <paramref name="text"/>, its last characters left aside.</summary>
    public static bool HasInnerStop(ReadOnlySpan<char> text)
    {
        var last = text.Length - 1;
        while (last >= 0 && (Glyphs.IsCloser(text[last]) || Glyphs.IsFullStop(text[last])))
        {
            last--;
        }

        for (var i = 0; i < last; i++)
        {
            if (text[i] is '。' or '！' or '？' or '；')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The length of the run-in lead that opens <paramref name="text"/>, its 。, ： or 】 included; 0 when it opens with none (R-LEAD-1).
    /// </summary>
    /// <remarks>A lead has words after it. A comma makes it a sentence unless it is short; quotes and brackets are passed over.</remarks>
    public static int LeadOf(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] == '【')
        {
            var close = text[..Math.Min(text.Length, Measures.Lead)].IndexOf('】') + 1;
            return close > 2 && close + 1 < text.Length ? close : 0;
        }

        var depth = 0;
        for (var i = 0; i < text.Length && i <= Measures.Lead; i++)
        {
            switch (text[i])
            {
                case '“' or '（' or '(' or '《' or '〈' or '‘':
                    depth++;
                    break;
                case '”' or '）' or ')' or '》' or '〉' or '’':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '。' or '：' or ':' when depth == 0 || text[i] == '。':
                    return i > 0 && i + 2 < text.Length ? i + 1 : 0;
                case '；' or ';' or '！' or '？':
                    return 0;
            }
        }

        return 0;
    }

    /// <summary>Whether the text is a name and no sentence: short, without comma or stop.</summary>
    public static bool IsBare(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= Measures.ProjectName && text.IndexOfAny(ClauseSigns) < 0;

    /// <summary>2 for a text that opens with 二是: a member of a list that words count; 0 for any other.</summary>
    public static int MemberOf(ReadOnlySpan<char> text)
    {
        var (value, length) = Numerals.ReadChinese(text, 0);
        return length > 0 && length < text.Length && text[length] == '是' ? value : 0;
    }

    /// <summary>Whether the lead that opens <paramref name="text"/> is a label (名称：, 【名称】) and not a sentence.</summary>
    public static bool OpensWithLabel(ReadOnlySpan<char> text) =>
        LeadOf(text) is var length and > 0 && text[length - 1] is '：' or ':' or '】';

    /// <summary>Whether <paramref name="text"/> opens with a lead sentence (加快发展氢能。…).</summary>
    public static bool OpensWithSentence(ReadOnlySpan<char> text) => LeadOf(text) is var length and > 0 && text[length - 1] == '。';
}
