using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>Tokens of an expression -> query, by recursive descent; the productions are those of <see cref="QueryParser"/>.</summary>
/// <param name="tokens">Ends with <see cref="QueryTokenKind.End"/>.</param>
internal sealed class QueryGrammar(IReadOnlyList<QueryToken> tokens)
{
    private readonly List<FieldFilter> _filters = [];
    private QueryToken? _firstFilter;
    private QueryFault? _fault;
    private int _at;
    private int _depth;
    private int _terms;
    private int _members;
    private bool _isPlaced;

    private QueryToken Current => tokens[_at];

    public (PlanQuery? Query, QueryFault? Fault) Read()
    {
        var query = ReadExpression();
        if (_fault is null && Current.Kind != QueryTokenKind.End)
        {
            Fail(Current, "这里的符号不成检索式。", Current);
        }

        return _fault is null ? (NarrowedQuery.Of(query!, _filters), null) : (null, _fault);
    }

    private PlanQuery? ReadExpression()
    {
        var groups = new List<PlanQuery>();
        Add(groups, ReadGroup());
        while (_fault is null && Current.Kind == QueryTokenKind.LooseOr)
        {
            if (_depth == 0 && _firstFilter is { } filter)
            {
                FailAtFilter(filter);
                break;
            }

            _at++;
            Add(groups, ReadGroup(isAlternative: true));
        }

        return _fault is null ? AnyOf.Of(groups) : null;
    }

    private PlanQuery? ReadGroup(bool isAlternative = false)
    {
        var (required, excluded) = (new List<PlanQuery>(), new List<PlanQuery>());
        var first = Current;
        var start = _at;
        do
        {
            if (Current.Kind == QueryTokenKind.And && _at > start)
            {
                _at++;
            }

            var isExcluded = Current.Kind == QueryTokenKind.Not;
            _at += isExcluded ? 1 : 0;
            if (Current.Kind == QueryTokenKind.Field && !QueryFields.IsPlace((QueryField)Current.Value))
            {
                ReadFilter(isExcluded, isAlternative);
            }
            else
            {
                Add(isExcluded ? excluded : required, ReadPair());
            }
        }
        while (_fault is null && BeginsItem(Current.Kind));

        if (_fault is null && required.Count == 0)
        {
            var message = _filters.Count > 0 && excluded.Count == 0 ? "只有筛选条件，没有要找的词。" : "只有排除条件，没有要找的词。";
            Fail(first, message, first);
        }

        return _fault is null ? AllOf.Of(required, excluded) : null;
    }

    private static bool BeginsItem(QueryTokenKind kind) =>
        kind is QueryTokenKind.Term or QueryTokenKind.Open or QueryTokenKind.Not or QueryTokenKind.And or QueryTokenKind.Scope or QueryTokenKind.Field;

    // A filter holds for the whole query, so it is outside brackets and beside no alternative.
    private void ReadFilter(bool isExcluded, bool isAlternative)
    {
        var token = Current;
        if (_depth > 0 || isAlternative)
        {
            FailAtFilter(token);
            return;
        }

        _firstFilter ??= token;
        var values = ImmutableArray.CreateBuilder<string>();
        do
        {
            _at++;
            _at += values.Count > 0 && Current.Kind == QueryTokenKind.Field && Current.Value == token.Value ? 1 : 0;
            if (Current is not { Term: LiteralTerm { IsOpenAtStart: false, IsOpenAtEnd: false } value })
            {
                var name = QueryFields.NameOf((QueryField)token.Value);
                _fault = new QueryFault(Current.Offset, $"“{name}:”之后应是{name}的名称。", token.Offset, Current.End - token.Offset, "");
                return;
            }

            if (values.Count == QueryParser.MaxTerms)
            {
                Fail(Current, $"一个字段的值超过{Number(QueryParser.MaxTerms)}个。", Current);
                return;
            }

            values.Add(value.Text);
            _at++;
        }
        while (Current.Kind == QueryTokenKind.TightOr);

        _filters.Add(new FieldFilter((QueryField)token.Value, values.ToImmutable(), isExcluded));
    }

    private PlanQuery? ReadPair()
    {
        var start = _at;
        var left = ReadChoice();
        if (_fault is not null || Current.Pair is not { } pair)
        {
            return left;
        }

        var between = Current;
        _at++;
        var operand = Current;
        var right = ReadChoice();
        if (_fault is not null)
        {
            return null;
        }

        if (!PairTerms.IsOperand(left!) || !PairTerms.IsOperand(right!))
        {
            var wrong = PairTerms.IsOperand(left!) ? operand : tokens[start];
            return Fail(wrong, $"{pair.Word} 两边应是词、专题，或者用“|”连起来的词。", between);
        }

        return Current.Kind == QueryTokenKind.Pair
            ? Fail(Current, $"一个 {pair.Word} 只连两个词；更多的词请用 同句(…) 或 同段(…)。", Current)
            : new PairTerms(left!, right!, pair, between.Value);
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
            case QueryTokenKind.Term:
                return ReadTerm(token);
            case QueryTokenKind.Open or QueryTokenKind.Scope when _depth == QueryParser.MaxDepth:
                return Fail(token, $"括号超过{Number(QueryParser.MaxDepth)}层。", token);
            case QueryTokenKind.Open:
                return ReadBracketed();
            case QueryTokenKind.Scope:
                _at++;
                return ReadBracketed() is { } inner ? new ScopedQuery((QueryScope)token.Value, inner) : null;
            case QueryTokenKind.Field when !QueryFields.IsPlace((QueryField)token.Value):
                return FailAtFilter(token);
            case QueryTokenKind.Field when _isPlaced:
                return Fail(token, "标题和专栏字段中不能再有标题和专栏字段。", token);
            case QueryTokenKind.Field:
                return ReadPlaced((QueryField)token.Value);
            case QueryTokenKind.Close:
                return FailAtOperand(token, "括号中缺少检索词。");
            default:
                return FailAtOperand(token, "这里缺少检索词。");
        }
    }

    private PlanQuery? ReadTerm(QueryToken token)
    {
        _at++;
        _terms++;
        _members += token.Term is TopicTerm topic ? topic.Members.Length + topic.Topic.Exclude.Length : 0;
        return _terms > QueryParser.MaxTerms ? Fail(token, $"检索词超过{Number(QueryParser.MaxTerms)}个。", token)
            : _members > QueryParser.MaxMembers ? Fail(token, $"各专题的词合计超过{Number(QueryParser.MaxMembers)}个。", token)
            : token.Term;
    }

    private PlacedQuery? ReadPlaced(QueryField field)
    {
        _at++;
        _isPlaced = true;
        var inner = ReadAtom();
        _isPlaced = false;
        return inner is null ? null : new PlacedQuery(field, inner);
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

    private PlanQuery? FailAtFilter(QueryToken token)
    {
        var name = QueryFields.NameOf((QueryField)token.Value);
        return Fail(token, $"“{name}:”筛选整个检索式，不能放在括号中或“|”的一边。", token);
    }

    // An operator without an operand: the operator goes, the one before it where the operand ends the input or the bracket.
    private PlanQuery? FailAtOperand(QueryToken token, string message)
    {
        var blamed = token.Kind is QueryTokenKind.End or QueryTokenKind.Close && _at > 0 ? tokens[_at - 1] : token;
        return Fail(token, message, blamed);
    }

    private PlanQuery? Fail(QueryToken token, string message, QueryToken blamed)
    {
        _fault ??= new QueryFault(token.Offset, message, blamed.Offset, blamed.Length, "");
        return null;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(List<PlanQuery> parts, PlanQuery? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }
}
