using System.Globalization;

namespace PlanSearch.Corpus.Queries;

/// <summary>Tokens of an expression -> query, by recursive descent; the productions are those of <see cref="QueryParser"/>.</summary>
/// <param name="tokens">Ends with <see cref="QueryTokenKind.End"/>.</param>
internal sealed class QueryGrammar(IReadOnlyList<QueryToken> tokens)
{
    private QueryFault? _fault;
    private int _at;
    private int _depth;
    private int _terms;

    private QueryToken Current => tokens[_at];

    public (PlanQuery? Query, QueryFault? Fault) Read()
    {
        var query = ReadExpression();
        if (_fault is null && Current.Kind != QueryTokenKind.End)
        {
            Fail(Current, "这里的符号不成检索式。", Current);
        }

        return _fault is null ? (query, null) : (null, _fault);
    }

    private PlanQuery? ReadExpression()
    {
        var groups = new List<PlanQuery>();
        Add(groups, ReadGroup());
        while (_fault is null && Current.Kind == QueryTokenKind.LooseOr)
        {
            _at++;
            Add(groups, ReadGroup());
        }

        return _fault is null ? AnyOf.Of(groups) : null;
    }

    private PlanQuery? ReadGroup()
    {
        var (required, excluded) = (new List<PlanQuery>(), new List<PlanQuery>());
        var first = Current;
        do
        {
            if (Current.Kind == QueryTokenKind.And && required.Count + excluded.Count > 0)
            {
                _at++;
            }

            var isExcluded = Current.Kind == QueryTokenKind.Not;
            _at += isExcluded ? 1 : 0;
            Add(isExcluded ? excluded : required, ReadChoice());
        }
        while (_fault is null && Current.Kind is QueryTokenKind.Term or QueryTokenKind.Open or QueryTokenKind.Not or QueryTokenKind.And);

        if (_fault is null && required.Count == 0)
        {
            Fail(first, "只有排除条件，没有要找的词。", first);
        }

        return _fault is null ? AllOf.Of(required, excluded) : null;
    }

    private PlanQuery? ReadChoice()
    {
        var atoms = new List<PlanQuery>();
        Add(atoms, ReadAtom());
        while (_fault is null && Current.Kind == QueryTokenKind.TightOr)
        {
            _at++;
            Add(atoms, ReadAtom());
        }

        return _fault is null ? AnyOf.Of(atoms) : null;
    }

    private PlanQuery? ReadAtom()
    {
        var token = Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Term when ++_terms > QueryParser.MaxTerms:
                return Fail(token, $"检索词超过{QueryParser.MaxTerms.ToString(CultureInfo.InvariantCulture)}个。", token);
            case QueryTokenKind.Term:
                _at++;
                return token.Term;
            case QueryTokenKind.Open when _depth == QueryParser.MaxDepth:
                return Fail(token, $"括号超过{QueryParser.MaxDepth.ToString(CultureInfo.InvariantCulture)}层。", token);
            case QueryTokenKind.Open:
                return ReadBracketed();
            case QueryTokenKind.Close:
                return FailAtOperand(token, "括号中缺少检索词。");
            default:
                return FailAtOperand(token, "这里缺少检索词。");
        }
    }

    // The lexer pairs brackets, so what ends the inner expression is the closing one or an operator out of place.
    private PlanQuery? ReadBracketed()
    {
        _at++;
        _depth++;
        var inner = ReadExpression();
        _depth--;
        if (_fault is null && Current.Kind != QueryTokenKind.Close)
        {
            return Fail(Current, "这里的符号不成检索式。", Current);
        }

        _at++;
        return inner;
    }

    // An operator without an operand: the operator goes, the one before it where the operand ends the input or the bracket.
    private PlanQuery? FailAtOperand(QueryToken token, string message)
    {
        var blamed = token.Kind is QueryTokenKind.End or QueryTokenKind.Close && _at > 0 ? tokens[_at - 1] : token;
        return Fail(token, message, blamed);
    }

    private PlanQuery? Fail(QueryToken token, string message, QueryToken blamed)
    {
        _fault = new QueryFault(token.Offset, message, blamed.Offset, blamed.Length, "");
        return null;
    }

    private static void Add(List<PlanQuery> parts, PlanQuery? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }
}
