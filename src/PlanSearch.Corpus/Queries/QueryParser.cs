using System.Globalization;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Corpus.Queries;

/// <summary>An expression as a query, or why it is none: exactly one of the two is not null.</summary>
/// <param name="Query">The query.</param>
/// <param name="Fault">The reason, with offset and, where one was found, a proposal that parses.</param>
public sealed record QueryParse(PlanQuery? Query, RequestFault? Fault);

/// <summary>The grammar of the query language. Never throws on any text.</summary>
/// <remarks>
/// <code>
/// expression = group { ("OR" | "或" | "|") group }          | with a blank beside it
/// group      = item { ["AND" | "与"] item }
/// item       = ["-" | "NOT" | "非"] choice
/// choice     = atom { "|" atom }                            | without blanks: 氢能|储能 产业 is (氢能 | 储能) 产业
/// atom       = literal | "(" expression ")"
/// </code>
/// </remarks>
public static class QueryParser
{
    /// <summary>The most literals of a query.</summary>
    public const int MaxTerms = 64;

    /// <summary>The most brackets inside one another.</summary>
    public const int MaxDepth = 32;

    private const int MaxMendings = 16;

    /// <summary>Reads <paramref name="text"/> as an expression.</summary>
    public static QueryParse Parse(string text)
    {
        if (text.Length > SearchRequest.MaxQueryLength)
        {
            return new QueryParse(null, TooLong(text.Length));
        }

        if (QueryText.Clean(text).Length == 0)
        {
            return new QueryParse(null, new RequestFault("query_empty", "请输入检索词。"));
        }

        var (query, fault) = Read(text);
        return fault is null
            ? new QueryParse(query, null)
            : new QueryParse(null, new RequestFault("query_syntax", $"第{(fault.Offset + 1).ToString(CultureInfo.InvariantCulture)}字：{fault.Message}", fault.Offset, Propose(text, fault)));
    }

    /// <summary>The fault of a query that is longer than <see cref="SearchRequest.MaxQueryLength"/>.</summary>
    internal static RequestFault TooLong(int length) => new(
        "query_too_long",
        $"检索式有{length.ToString(CultureInfo.InvariantCulture)}字，最多{SearchRequest.MaxQueryLength.ToString(CultureInfo.InvariantCulture)}字。",
        SearchRequest.MaxQueryLength);

    private static (PlanQuery? Query, QueryFault? Fault) Read(string text)
    {
        var (tokens, fault) = QueryLexer.Lex(text);
        return fault is null ? new QueryGrammar(tokens).Read() : (null, fault);
    }

    // A few faults are mended one by one; what has more is offered as one literal.
    private static string? Propose(string text, QueryFault fault)
    {
        var mended = text;
        QueryFault? left = fault;
        for (var round = 0; left is not null && round < MaxMendings; round++)
        {
            mended = left.Mend(mended);
            left = Read(mended).Fault;
        }

        var proposal = left is null ? Read(mended).Query?.NormalForm : NormalForm.Quote(QueryText.Clean(text));
        return proposal?.Length <= SearchRequest.MaxQueryLength ? proposal : null;
    }
}
