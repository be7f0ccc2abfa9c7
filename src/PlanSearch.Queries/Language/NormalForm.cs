using System.Text;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Language;

/// <summary>What the queries need to write themselves as an expression that parses to the same query.</summary>
internal static class NormalForm
{
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

    /// <summary>Writes parts with a sign between them and another before each.</summary>
    public static void AppendParts(IReadOnlyList<PlanQuery> parts, string between, string before, StringBuilder text)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? between : "").Append(before);
            AppendPart(parts[i], text);
        }
    }

    /// <summary>Writes a part, in brackets where it needs them.</summary>
    public static void AppendPart(PlanQuery part, StringBuilder text)
    {
        text.Append(part.IsAtom ? "" : "(");
        part.Print(text);
        text.Append(part.IsAtom ? "" : ")");
    }

    /// <summary>A literal as it is read back: bare where that can be, else in quotes.</summary>
    public static string Of(LiteralTerm term)
    {
        var (before, after) = (term.IsOpenAtStart ? "*" : "", term.IsOpenAtEnd ? "*" : "");
        var bare = before + term.Text + after;
        return IsReadAs(term, bare) ? bare : before + Quote(term.Text) + after;
    }

    // The lexer itself says how a bare word is read; only a minus or a bracket depends on what is around the word.
    private static bool IsReadAs(LiteralTerm term, string bare)
    {
        if (QuerySigns.IsMinus(bare[0]) || term.Text.AsSpan().IndexOfAny("()（）") >= 0)
        {
            return false;
        }

        var (tokens, fault) = QueryLexer.Lex(bare, TopicCatalog.Empty);
        return fault is null && tokens is [{ Term: LiteralTerm read }, _] && read == term;
    }
}
