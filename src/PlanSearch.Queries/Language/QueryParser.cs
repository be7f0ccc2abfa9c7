using System.Globalization;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Language;

/// <summary>An expression as a query, or why it is none: exactly one of the two is not null.</summary>
/// <param name="Query">The query.</param>
/// <param name="Fault">The reason, with offset and, where one was found, a proposal that parses.</param>
public sealed record QueryParse(PlanQuery? Query, RequestFault? Fault);

/// <summary>The grammar of the query language. Never throws on any text.</summary>
/// <remarks>
/// <code>
/// query      = expression                                   ; filters only here: outside brackets, beside no OR
/// expression = group { ("OR" | "或" | "|") group }          ; | with a blank beside it
/// group      = item { ["AND" | "与"] item }
/// item       = ["-" | "NOT" | "非"] ( pair | filter )
/// pair       = choice [ between ["/" number] choice ]        ; choices of words, nothing combined
/// between    = "NEAR" | …                                    ; a word of PairOperators
/// choice     = atom { "|" atom }                            ; without blanks: 氢能|储能 产业 is (氢能 | 储能) 产业
/// atom       = word | "(" expression ")" | scope "(" expression ")" | place atom
/// word       = literal | pattern | exclusion | topic        ; 氢能 "氢能 产业" 5G*, 建设?项目, 能源!新能源, #氢能, #氢能!氢
/// scope      = "同句" | …                                    ; a name of QueryScopes
/// place      = ("标题" | "专栏") ":"
/// filter     = ("地区" | "层级" | "时期" | "类型" | "文中位置" | "板块" | "用法") ":" literal { "|" literal }
/// </code>
/// </remarks>
public static class QueryParser
{
    /// <summary>The most literals of a query.</summary>
    public const int MaxTerms = 64;

    /// <summary>The most brackets inside one another.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most words of the topics of a query, excluded ones included.</summary>
    public const int MaxMembers = 256;

    private const int MaxMendings = 16;

    /// <summary>Reads <paramref name="text"/> as an expression.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="topics">The topics that # may name; none if not said.</param>
    public static QueryParse Parse(string text, TopicCatalog? topics = null)
    {
        topics ??= TopicCatalog.Empty;
        if (text.Length > SearchRequest.MaxQueryLength)
        {
            return new QueryParse(null, TooLong(text.Length));
        }

        if (QueryText.Clean(text).Length == 0)
        {
            return new QueryParse(null, new RequestFault(FaultKinds.QueryEmpty, "请输入检索词。"));
        }

        var (query, fault) = Read(text, topics);
        return fault is null
            ? new QueryParse(query, null)
            : new QueryParse(
                null,
                new RequestFault(
                    FaultKinds.QuerySyntax,
                    $"第{(fault.Offset + 1).ToString(CultureInfo.InvariantCulture)}字：{fault.Message}",
                    fault.Offset,
                    Propose(text, topics, fault)));
    }

    /// <summary>The fault of a query that is longer than <see cref="SearchRequest.MaxQueryLength"/>.</summary>
    internal static RequestFault TooLong(int length) => new(
        FaultKinds.QueryTooLong,
        $"检索式有{length.ToString(CultureInfo.InvariantCulture)}字，最多{SearchRequest.MaxQueryLength.ToString(CultureInfo.InvariantCulture)}字。",
        SearchRequest.MaxQueryLength);

    private static (PlanQuery? Query, QueryFault? Fault) Read(string text, TopicCatalog topics)
    {
        var (tokens, fault) = QueryLexer.Lex(text, topics);
        return fault is null ? new QueryGrammar(tokens).Read() : (null, fault);
    }

    // A few faults are mended one by one; what has more is offered as one literal.
    private static string? Propose(string text, TopicCatalog topics, QueryFault fault)
    {
        var mended = text;
        QueryFault? left = fault;
        for (var round = 0; left is not null && round < MaxMendings; round++)
        {
            mended = left.Mend(mended);
            left = Read(mended, topics).Fault;
        }

        var proposal = left is null ? Read(mended, topics).Query?.NormalForm : NormalForm.Quote(QueryText.Clean(text));
        return proposal?.Length <= SearchRequest.MaxQueryLength ? proposal : null;
    }
}
