using System.Text;

namespace PlanSearch.Corpus.Queries;

/// <summary>Prints a query as an expression that parses to the same query.</summary>
internal static class NormalForm
{
    public static string Print(PlanQuery query)
    {
        var text = new StringBuilder();
        Append(query, text);
        return text.ToString();
    }

    /// <summary><paramref name="text"/> in straight quotes, in which nothing is an operator; a straight quote inside is doubled.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var unit in text)
        {
            quoted.Append(unit, QuerySigns.IsStraightQuote(unit) ? 2 : 1);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(PlanQuery query, StringBuilder text)
    {
        switch (query)
        {
            case LiteralTerm term:
                text.Append(Print(term));
                break;
            case AnyOf any:
                AppendParts(any.Parts, " | ", "", text);
                break;
            case AllOf all:
                AppendParts(all.Required, " ", "", text);
                text.Append(all.Excluded.IsEmpty ? "" : " ");
                AppendParts(all.Excluded, " ", "-", text);
                break;
            default:
                throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query));
        }
    }

    private static void AppendParts(IReadOnlyList<PlanQuery> parts, string between, string before, StringBuilder text)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? between : "").Append(before);
            if (parts[i] is LiteralTerm)
            {
                Append(parts[i], text);
                continue;
            }

            text.Append('(');
            Append(parts[i], text);
            text.Append(')');
        }
    }

    private static string Print(LiteralTerm term)
    {
        var (before, after) = (term.IsOpenAtStart ? "*" : "", term.IsOpenAtEnd ? "*" : "");
        var bare = before + term.Text + after;
        return IsReadAs(term, bare) ? bare : before + Quote(term.Text) + after;
    }

    // The lexer itself says how a bare word is read; only a minus or a bracket depends on what stands around the word.
    private static bool IsReadAs(LiteralTerm term, string bare)
    {
        if (bare[0] == '-' || term.Text.AsSpan().IndexOfAny("()（）") >= 0)
        {
            return false;
        }

        var (tokens, fault) = QueryLexer.Lex(bare);
        return fault is null && tokens is [{ Term: { } read }, _] && read == term;
    }
}
