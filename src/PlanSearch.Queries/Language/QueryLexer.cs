using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Language;

/// <summary>Cuts an expression into tokens. Never throws on any text.</summary>
internal sealed class QueryLexer
{
    private static readonly FrozenDictionary<string, QueryTokenKind> Words = new Dictionary<string, QueryTokenKind>(StringComparer.Ordinal)
    {
        ["OR"] = QueryTokenKind.LooseOr,
        ["或"] = QueryTokenKind.LooseOr,
        ["AND"] = QueryTokenKind.And,
        ["与"] = QueryTokenKind.And,
        ["NOT"] = QueryTokenKind.Not,
        ["非"] = QueryTokenKind.Not,
    }.ToFrozenDictionary();

    private readonly string _text;
    private readonly QueryPairs _pairs;
    private readonly TermReader _words;
    private readonly List<QueryToken> _tokens = [];
    private QueryFault? _fault;
    private int _at;

    private QueryLexer(string text, TopicCatalog topics)
    {
        _text = text;
        _pairs = new QueryPairs(text);
        _words = new TermReader(topics);
    }

    /// <summary>
    /// The tokens of <paramref name="text"/>, with these topics for #; the last one an <see cref="QueryTokenKind.End"/>; or the first
    /// fault.
    /// </summary>
    public static (IReadOnlyList<QueryToken> Tokens, QueryFault? Fault) Lex(string text, TopicCatalog topics)
    {
        var lexer = new QueryLexer(text, topics);
        while (lexer._fault is null && lexer._at < text.Length)
        {
            lexer.Step();
        }

        lexer.Add(QueryTokenKind.End, 0);
        return (lexer._tokens, lexer._fault);
    }

    private void Step()
    {
        var unit = _text[_at];
        if (QuerySigns.IsBlank(unit))
        {
            _at++;
        }
        else if (QuerySigns.IsBar(unit))
        {
            Add(IsTight(_at) ? QueryTokenKind.TightOr : QueryTokenKind.LooseOr, 1);
        }
        else if (QuerySigns.IsOpenBracket(unit) && _pairs.IsOperator(_at))
        {
            Add(QueryTokenKind.Open, 1);
        }
        else if (QuerySigns.IsCloseBracket(unit) && _pairs.IsOperator(_at))
        {
            Add(QueryTokenKind.Close, 1);
        }
        else if (QuerySigns.IsMinus(unit)
            && _at + 1 < _text.Length
            && !QuerySigns.IsBlank(_text[_at + 1])
            && !QuerySigns.IsMinus(_text[_at + 1]))
        {
            Add(QueryTokenKind.Not, 1);
        }
        else if (QueryPrefix.At(_text, _at) is { } prefix && (prefix.Field is not null || _pairs.IsOperator(_at + prefix.Length)))
        {
            AddPrefix(prefix);
        }
        else
        {
            ReadTerm();
        }
    }

    private void AddPrefix(QueryPrefix prefix)
    {
        if (prefix.Scope is { } scope)
        {
            Add(QueryTokenKind.Scope, prefix.Length, value: (int)scope);
        }
        else
        {
            Add(QueryTokenKind.Field, prefix.Length, value: (int)prefix.Field!.Value);
        }
    }

    private bool IsTight(int at) =>
        at > 0 && at + 1 < _text.Length && !QuerySigns.IsBlank(_text[at - 1]) && !QuerySigns.IsBlank(_text[at + 1]);

    private void ReadTerm()
    {
        var quote = _text[_at] == '*' && _at + 1 < _text.Length ? _at + 1 : _at;
        if (QuerySigns.IsQuote(_text[quote]) && _pairs.QuoteEnd(quote) > 0)
        {
            ReadQuoted(quote);
        }
        else if (QuerySigns.IsQuote(_text[quote]) && _pairs.QuoteEnd(quote) == QueryPairs.None)
        {
            _fault = new QueryFault(quote, $"引号{_text[quote]}没有配对。", quote, 1, "");
        }
        else if (BracketAt(_at) is >= 0 and var bracket && _pairs.Partner(bracket) == QueryPairs.None)
        {
            _fault = new QueryFault(bracket, "括号没有配对：缺少右括号。", _at, bracket + 1 - _at, "");
        }
        else
        {
            ReadBare();
        }
    }

    /// <summary>The open bracket at an offset or behind the scope that is there; -1 when there is none.</summary>
    private int BracketAt(int at) =>
        QuerySigns.IsOpenBracket(_text[at]) ? at : QueryPrefix.At(_text, at) is { Scope: not null } prefix ? at + prefix.Length : -1;

    private void ReadQuoted(int quote)
    {
        var end = _pairs.QuoteEnd(quote);
        var isOpenAtEnd = end + 1 < _text.Length && _text[end + 1] == '*';
        var length = end + (isOpenAtEnd ? 2 : 1) - _at;
        var text = QueryText.Clean(Undoubled(quote, end));
        if (text.Length == 0)
        {
            _fault = new QueryFault(quote, "引号中没有内容。", _at, length, "");
            return;
        }

        Add(QueryTokenKind.Term, length, new LiteralTerm(text, quote > _at, isOpenAtEnd));
    }

    private string Undoubled(int quote, int end)
    {
        var inner = _text.AsSpan(quote + 1, end - quote - 1);
        if (!QuerySigns.IsStraightQuote(_text[quote]))
        {
            return inner.ToString();
        }

        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            text.Append(inner[i]);
            i += QuerySigns.IsStraightQuote(inner[i]) ? 1 : 0;
        }

        return text.ToString();
    }

    private void ReadBare()
    {
        var end = _at;
        while (end < _text.Length && !QuerySigns.IsBlank(_text[end]) && !QuerySigns.IsBar(_text[end])
            && !(QuerySigns.IsCloseBracket(_text[end]) && _pairs.IsOperator(end)))
        {
            end++;
        }

        var word = _text[_at..end];
        if (Words.TryGetValue(word, out var kind))
        {
            Add(kind, word.Length);
            return;
        }

        if (QuerySigns.IsCloseBracket(word[^1]) && _pairs.Partner(end - 1) == QueryPairs.None)
        {
            _fault = new QueryFault(end - 1, "括号没有配对：缺少左括号。", end - 1, 1, "");
            return;
        }

        if (PairOperators.At(word) is { } pair)
        {
            ReadPair(pair, word);
            return;
        }

        (var term, _fault) = _words.Read(word, _at);
        if (term is not null)
        {
            Add(QueryTokenKind.Term, word.Length, term);
        }
    }

    private void ReadPair(PairOperator pair, string word)
    {
        var number = word.AsSpan(Math.Min(pair.Word.Length + 1, word.Length));
        if (word.Length == pair.Word.Length)
        {
            Add(QueryTokenKind.Pair, word.Length, value: pair.DefaultDistance, pair: pair);
        }
        else if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var distance) && distance <= pair.MaxDistance)
        {
            Add(QueryTokenKind.Pair, word.Length, value: distance, pair: pair);
        }
        else
        {
            var most = pair.MaxDistance.ToString(CultureInfo.InvariantCulture);
            var isNumber = !number.IsEmpty && number.IndexOfAnyExceptInRange('0', '9') < 0;
            var message = $"{pair.Word}/ 之后应是0到{most}的字数，如 {pair.Word}/{pair.DefaultDistance}。";
            _fault = new QueryFault(_at, message, _at, word.Length, isNumber ? $"{pair.Word}/{most}" : pair.Word);
        }
    }

    private void Add(QueryTokenKind kind, int length, PlanQuery? term = null, int value = 0, PairOperator? pair = null)
    {
        _tokens.Add(new QueryToken(kind, _at, length, term, value, pair));
        _at += length;
    }
}
