using System.Globalization;
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
            case PatternTerm pattern:
                text.Append(pattern.Text);
                break;
            case OutsideTerm outside:
                text.Append(outside.Text).Append('!').AppendJoin('!', outside.Longer);
                break;
            case TopicTerm topic:
                text.Append('#').AppendJoin('!', topic.Off.Prepend(topic.Topic.Name));
                break;
            case NearTerms near:
                AppendPart(near.Left, text);
                text.Append(CultureInfo.InvariantCulture, $" NEAR/{near.Distance} ");
                AppendPart(near.Right, text);
                break;
            case ScopedQuery scoped:
                text.Append(QueryScopes.NameOf(scoped.Scope)).Append('(');
                Append(scoped.Inner, text);
                text.Append(')');
                break;
            case PlacedQuery placed:
                text.Append(QueryFields.NameOf(placed.Field)).Append(':');
                AppendPart(placed.Inner, text);
                break;
            case AnyOf any:
                AppendParts(any.Parts, " | ", "", text);
                break;
            case AllOf all:
                AppendParts(all.Required, " ", "", text);
                text.Append(all.Excluded.IsEmpty ? "" : " ");
                AppendParts(all.Excluded, " ", "-", text);
                break;
            case NarrowedQuery narrowed:
                AppendFilters(narrowed, text);
                break;
            default:
                throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query));
        }
    }

    private static void AppendFilters(NarrowedQuery narrowed, StringBuilder text)
    {
        foreach (var filter in narrowed.Filters)
        {
            text.Append(filter.IsExcluded ? "-" : "").Append(QueryFields.NameOf(filter.Field)).Append(':');
            text.AppendJoin('|', filter.Values.Select(value => Print(new LiteralTerm(value)))).Append(' ');
        }

        if (narrowed.Inner is AllOf)
        {
            Append(narrowed.Inner, text);
        }
        else
        {
            AppendPart(narrowed.Inner, text);
        }
    }

    private static void AppendParts(IReadOnlyList<PlanQuery> parts, string between, string before, StringBuilder text)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? between : "").Append(before);
            AppendPart(parts[i], text);
        }
    }

    private static void AppendPart(PlanQuery part, StringBuilder text)
    {
        text.Append(part.IsAtom ? "" : "(");
        Append(part, text);
        text.Append(part.IsAtom ? "" : ")");
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
        if (QuerySigns.IsMinus(bare[0]) || term.Text.AsSpan().IndexOfAny("()（）") >= 0)
        {
            return false;
        }

        var (tokens, fault) = QueryLexer.Lex(bare, TopicCatalog.Empty);
        return fault is null && tokens is [{ Term: LiteralTerm read }, _] && read == term;
    }
}
