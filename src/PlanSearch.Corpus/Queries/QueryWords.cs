using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Queries;

/// <summary>Says a query in Chinese.</summary>
internal static class QueryWords
{
    private const int MaxNamed = 8;

    public static string Say(PlanQuery query)
    {
        var text = new StringBuilder();
        Append(query, text);
        return text.ToString();
    }

    private static void Append(PlanQuery query, StringBuilder text)
    {
        switch (query)
        {
            case LiteralTerm or PatternTerm or OutsideTerm or TopicTerm:
                text.Append('含').Append(NameOf(query));
                break;
            case NearTerms near:
                text.Append(ChoiceOf(near.Left)).Append('与').Append(ChoiceOf(near.Right));
                text.Append(CultureInfo.InvariantCulture, $"在一段中相距不超过{near.Distance}字");
                break;
            case ScopedQuery scoped:
                text.Append(QueryScopes.PlaceOf(scoped.Scope)).Append('中');
                AppendPart(scoped.Inner, text);
                break;
            case PlacedQuery placed:
                text.Append(placed.Field == QueryField.Title ? "标题中" : "专栏名称中");
                AppendPart(placed.Inner, text);
                break;
            case AnyOf any:
                AppendParts(any.Parts, "或者", text);
                break;
            case AllOf all:
                AppendParts(all.Required, "并且", text);
                foreach (var part in all.Excluded)
                {
                    text.Append(IsWord(part) ? "，不" : "，不得");
                    AppendPart(part, text);
                }

                break;
            case NarrowedQuery narrowed:
                foreach (var filter in narrowed.Filters)
                {
                    text.Append(QueryFields.NameOf(filter.Field)).Append(filter.IsExcluded ? "不是" : "为");
                    text.AppendJoin('或', filter.Values.Select(Quoted)).Append('，');
                }

                Append(narrowed.Inner, text);
                break;
            default:
                throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query));
        }
    }

    private static void AppendParts(IReadOnlyList<PlanQuery> parts, string between, StringBuilder text)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? between : "");
            AppendPart(parts[i], text);
        }
    }

    private static void AppendPart(PlanQuery part, StringBuilder text)
    {
        text.Append(IsWord(part) ? "" : "（");
        Append(part, text);
        text.Append(IsWord(part) ? "" : "）");
    }

    private static bool IsWord(PlanQuery query) => query is LiteralTerm or PatternTerm or OutsideTerm or TopicTerm;

    private static string NameOf(PlanQuery word) => word switch
    {
        LiteralTerm term => Quoted(term.Text) + OpennessOf(term),
        PatternTerm pattern => $"{Quoted(pattern.Text)}（{Wildcards(pattern)}）",
        OutsideTerm outside => $"{Quoted(outside.Text)}（不计{Named(outside.Longer)}中的）",
        TopicTerm { Topic: var topic } term =>
            $"专题{Quoted(topic.Name)}的词（{Named(term.Members)}{(term.Off.IsEmpty ? "" : $"；停用{Named(term.Off)}")}{(topic.Exclude.IsEmpty ? "" : $"；不计{Named(topic.Exclude)}中的")}）",
        _ => throw new ArgumentException($"{word.GetType().Name} is no word.", nameof(word)),
    };

    // A star lifts the rule of whole runs, which says nothing of Han characters: what stands beside them is never looked at.
    private static string OpennessOf(LiteralTerm term) =>
        !term.IsOpenAtStart && !term.IsOpenAtEnd ? ""
        : (term.IsOpenAtStart && Fold.FoldsToRunUnit(term.Text[0])) || (term.IsOpenAtEnd && Fold.FoldsToRunUnit(term.Text[^1])) ? "（计入更长的字母数字串）"
        : "（前后接什么字都算，不必写“*”）";

    private static string ChoiceOf(PlanQuery operand) =>
        operand is AnyOf any ? $"（{string.Join('或', any.Parts.Select(ChoiceOf))}）" : NameOf(operand);

    private static string Wildcards(PatternTerm pattern)
    {
        var hasOpen = pattern.Gaps.Any(gap => gap.Least != gap.Most);
        var hasSingle = pattern.Gaps.Any(gap => gap.Least == gap.Most);
        var most = PatternQuery.MaxOpenGap.ToString(CultureInfo.InvariantCulture);
        return string.Join('，', new[] { hasSingle ? "?代一个字" : null, hasOpen ? $"*代至多{most}个字" : null }.OfType<string>());
    }

    private static string Named(ImmutableArray<string> words) =>
        words.Length <= MaxNamed
            ? string.Join('、', words.Select(Quoted))
            : $"{string.Join('、', words.Take(MaxNamed).Select(Quoted))}等{words.Length.ToString(CultureInfo.InvariantCulture)}个";

    // “十四五” in curly quotes again could not be read.
    private static string Quoted(string text) => text.AsSpan().IndexOfAny('“', '”') >= 0 ? $"「{text}」" : $"“{text}”";
}
