using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Language;

/// <summary>The two ways to read what a person typed: as it is, and as an expression.</summary>
/// <param name="Literal">The whole input as one literal.</param>
/// <param name="Expression">The input as an expression; null where it is none.</param>
/// <param name="Fault">Why it is none; else null.</param>
internal sealed record InputReadings(LiteralTerm Literal, PlanQuery? Expression, RequestFault? Fault)
{
    /// <summary>Whether the expression is something else than the literal.</summary>
    public bool Differ => Expression is not null && Expression != Literal;

    /// <summary>Whether one pair of quotes is around the whole input: what is looked for is what it holds.</summary>
    public bool IsQuoted { get; private init; }

    /// <summary>The readings of <paramref name="input"/>, or why it cannot be read at all.</summary>
    public static Outcome<InputReadings> Of(string input, TopicCatalog topics)
    {
        var parse = QueryParser.Parse(input, topics);
        return parse.Fault is { Code: not FaultKinds.QuerySyntax } fault
            ? fault
            : new InputReadings(new LiteralTerm(QueryText.Clean(input)), parse.Query, parse.Fault)
            {
                IsQuoted = parse.Query is LiteralTerm && new QueryPairs(input).IsQuotedWhole,
            };
    }
}
