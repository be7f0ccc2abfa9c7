using System.Text;

namespace PlanSearch.Corpus.Queries;

/// <summary>Says a query in Chinese.</summary>
internal static class QueryWords
{
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
            case LiteralTerm term:
                text.Append('含').Append(Quoted(term.Text)).Append(term.IsOpenAtStart || term.IsOpenAtEnd ? "（计入更长的字母数字串）" : "");
                break;
            case AnyOf any:
                AppendParts(any.Parts, "或者", text);
                break;
            case AllOf all:
                AppendParts(all.Required, "并且", text);
                foreach (var part in all.Excluded)
                {
                    text.Append(part is LiteralTerm ? "，不" : "，不得（");
                    Append(part, text);
                    text.Append(part is LiteralTerm ? "" : "）");
                }

                break;
            default:
                throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query));
        }
    }

    private static void AppendParts(IReadOnlyList<PlanQuery> parts, string between, StringBuilder text)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? between : "").Append(parts[i] is LiteralTerm ? "" : "（");
            Append(parts[i], text);
            text.Append(parts[i] is LiteralTerm ? "" : "）");
        }
    }

    // “十四五” in curly quotes again could not be read.
    private static string Quoted(string text) => text.AsSpan().IndexOfAny('“', '”') >= 0 ? $"「{text}」" : $"“{text}”";
}
