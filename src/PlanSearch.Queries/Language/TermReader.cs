using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Language;

/// <summary>
/// A bare word of an expression -> what is looked for: a literal, a topic, an exclusion or a pattern. Never throws on any text.
/// </summary>
/// <param name="topics">The topics that # may name.</param>
internal sealed class TermReader(TopicCatalog topics)
{
    private const int MaxNamedTopics = 6;

    /// <param name="word">No blank and no bar; not empty.</param>
    /// <param name="offset">Where it is in the input.</param>
    public (PlanQuery? Term, QueryFault? Fault) Read(string word, int offset)
    {
        if (QuerySigns.IsTopicMark(word[0]) && word.Length > 1)
        {
            return ReadTopic(word, offset);
        }

        for (var i = 1; i < word.Length - 1; i++)
        {
            if (QuerySigns.IsExclusion(word[i]))
            {
                return ReadOutside(word, offset);
            }
        }

        // Pairs of stars are marks of bold print; what is left at an end lifts the whole-run rule.
        var text = QueryText.Clean(word);
        var inner = text.AsSpan().Trim('*');
        return inner.IndexOfAny('?', '*') >= 0 ? ReadPattern(text, word, offset) : ReadLiteral(text, word, offset);
    }

    private static (PlanQuery?, QueryFault?) ReadLiteral(string text, string word, int offset)
    {
        var isOpenAtStart = text.StartsWith('*');
        var isOpenAtEnd = text.Length > 1 && text.EndsWith('*');
        text = QueryText.Clean(text.Trim('*'));
        return text.Length == 0
            ? Fail(offset, $"“{word}”中没有可以检索的字。", offset, word.Length, "")
            : (new LiteralTerm(text, isOpenAtStart, isOpenAtEnd), null);
    }

    private (PlanQuery?, QueryFault?) ReadTopic(string word, int offset)
    {
        var parts = word.Replace('！', '!').Split('!');
        var name = QueryText.Clean(parts[0][1..]);
        if (topics.Find(name) is { } topic)
        {
            return parts.Length == 1 ? (new TopicTerm(topic), null) : ReadTopicWithout(topic, parts, word, offset);
        }

        var near = topics.Near(name);
        var known = near.IsEmpty ? topics.Topics.Take(MaxNamedTopics).Select(known => known.Name) : near;
        var hint = topics.Topics.IsEmpty
            ? "没有专题词表。"
            : $"{(near.IsEmpty ? "可用的有" : "相近的有")}：{string.Join("、", known.Select(topic => "#" + topic))}。";
        return Fail(offset, $"没有专题“{name}”。{hint}", offset, word.Length, near.IsEmpty ? NormalForm.Quote(word[1..]) : "#" + near[0]);
    }

    private static (PlanQuery?, QueryFault?) ReadTopicWithout(Topic topic, string[] parts, string word, int offset)
    {
        var off = new List<string>();
        var start = offset + parts[0].Length + 1;
        foreach (var part in parts.Skip(1))
        {
            var name = QueryText.Clean(part);
            if (TopicTerm.Without(topic, [name]) is null)
            {
                var message = topic.Members.Length == 1 ? $"专题“{topic.Name}”只有一个词，不能停用。" : $"专题“{topic.Name}”没有“{name}”这个词，不能停用；各词见“专题”页。";
                return Fail(start, message, offset, word.Length, (TopicTerm.Without(topic, off) ?? new TopicTerm(topic)).NormalForm);
            }

            off.Add(name);
            start += part.Length + 1;
        }

        return TopicTerm.Without(topic, off) is { } term
            ? (term, null)
            : Fail(offset, $"专题“{topic.Name}”的词全部停用了，至少要留一个。", offset, word.Length, new TopicTerm(topic).NormalForm);
    }

    private static (PlanQuery?, QueryFault?) ReadOutside(string word, int offset)
    {
        var parts = word.Replace('！', '!').Split('!');
        var text = QueryText.Clean(parts[0]);
        var longer = ImmutableArray.CreateBuilder<string>();
        var start = offset + parts[0].Length;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!QuerySigns.IsPlainWord(parts[i])
                || QueryText.Clean(parts[i]) is not { Length: > 0 } part
                || (i == 0 && !StartsAsWord(part)))
            {
                return Fail(start, "“!”两边应是词，不能有括号、引号和通配符。", offset, word.Length, NormalForm.Quote(word));
            }

            if (i > 0 && (part.Length == text.Length || !Fold.Of(part).Contains(Fold.Of(text), StringComparison.Ordinal)))
            {
                return Fail(
                    start, $"“{part}”中没有“{text}”，不能这样排除；要排除提到它的章节，请写“{text} -{part}”。", offset, word.Length, $"{text} -{part}");
            }

            if (i > 0)
            {
                start += parts[i].Length + 1;
                longer.Add(part);
            }
        }

        return longer.Count > QueryParser.MaxTerms
            ? Fail(offset, $"“!”之后的词超过{Number(QueryParser.MaxTerms)}个。", offset, word.Length, NormalForm.Quote(text))
            : (new OutsideTerm(text, [.. longer.Distinct()]), null);
    }

    private static (PlanQuery?, QueryFault?) ReadPattern(string text, string word, int offset)
    {
        var at = offset + word.AsSpan().IndexOfAny('?', '*');
        var (parts, gaps) = (new List<string>(), new List<PatternGap>());
        var why = SplitPattern(text, parts, gaps) ?? RefusalOf(text, parts, gaps);
        return why is null
            ? (new PatternTerm([.. parts], [.. gaps]), null)
            : Fail(at, why, offset, word.Length, NormalForm.Quote(word));
    }

    // Fills the parts and the gaps between them; returns why a gap is none.
    private static string? SplitPattern(string text, List<string> parts, List<PatternGap> gaps)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!QuerySigns.IsWildcard(text[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && QuerySigns.IsWildcard(text[end]))
            {
                end++;
            }

            var run = text.AsSpan(i, end - i);
            if (run.Contains('*') && run.Length > 1)
            {
                return "相连的通配符只能是几个“?”，或者一个“*”。";
            }

            if (run.Length > PatternTerm.MaxQuestionMarks)
            {
                return $"相连的“?”超过{Number(PatternTerm.MaxQuestionMarks)}个。";
            }

            parts.Add(text[start..i]);
            gaps.Add(run[0] == '?' ? new PatternGap(run.Length, run.Length) : new PatternGap(0, PatternQuery.MaxOpenGap));
            (start, i) = (end, end - 1);
        }

        parts.Add(text[start..]);
        return null;
    }

    private static string? RefusalOf(string text, List<string> parts, List<PatternGap> gaps) =>
        parts[0].Length == 0 || parts[^1].Length == 0 ? "词中有通配符时，词的两端应是字；要找“?”或“*”本身，请加引号。"
        : gaps.Count > PatternTerm.MaxGaps ? $"一个词中的通配符超过{Number(PatternTerm.MaxGaps)}处。"
        : !QuerySigns.IsPlainWord(string.Concat(parts)) || !StartsAsWord(text) ? "有通配符的词中不能有括号和引号。"
        : Enumerable.Range(0, gaps.Count).Any(i => CharactersOf(parts[i]) < 2 && CharactersOf(parts[i + 1]) < 2)
            ? "通配符旁边至少要有两个相连的字。"
        : null;

    /// <summary>
    /// Whether a cleaned text is no prefix and no operator at its start: invisible signs may have hidden that from the lexer.
    /// </summary>
    private static bool StartsAsWord(string text) =>
        !QuerySigns.IsMinus(text[0])
            && !QuerySigns.IsTopicMark(text[0])
            && QueryPrefix.At(text, 0) is null
            && !PairOperators.HasDistance(text);

    private static int CharactersOf(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static (PlanQuery?, QueryFault?) Fail(int offset, string message, int start, int length, string replacement) =>
        (null, new QueryFault(offset, message, start, length, replacement));
}
