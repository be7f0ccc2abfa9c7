namespace PlanSearch.Queries.Signs;

/// <summary>
/// Which brackets and quotes of an expression are operators: those that open at a token's start and close at a token's end.
/// All others are characters of the text, as in （一）加快建设 and “十四五”规划.
/// </summary>
internal sealed class QueryPairs
{
    /// <summary>No partner.</summary>
    public const int None = -1;

    private readonly string _text;
    private readonly int[] _quoteEnd;
    private readonly int[] _partner;
    private readonly bool[] _isOperator;

    /// <summary>Finds all pairs at once; any text will do, what has no partner stays a character of the text.</summary>
    /// <param name="text">The expression; every offset below is one of it, in UTF-16 code units.</param>
    public QueryPairs(string text)
    {
        _text = text;
        _quoteEnd = new int[text.Length];
        _partner = new int[text.Length];
        _isOperator = new bool[text.Length];
        Array.Fill(_partner, None);
        FindPairs();
        FindOperators();
    }

    /// <summary>
    /// Offset of the quote that closes the one at <paramref name="at"/>; 0 when that one opens no quotation, <see cref="None"/> when
    /// nothing closes it.
    /// </summary>
    public int QuoteEnd(int at) => _quoteEnd[at];

    /// <summary>The bracket that belongs to the one at <paramref name="at"/>, or <see cref="None"/>.</summary>
    public int Partner(int at) => _partner[at];

    /// <summary>Whether the bracket at <paramref name="at"/> groups.</summary>
    public bool IsOperator(int at) => _isOperator[at];

    /// <summary>Whether one pair of quotes is around the whole text, blanks beside it left out.</summary>
    public bool IsQuotedWhole
    {
        get
        {
            var (first, last) = (0, _text.Length - 1);
            while (first < last && QuerySigns.IsBlank(_text[first]))
            {
                first++;
            }

            while (last > first && QuerySigns.IsBlank(_text[last]))
            {
                last--;
            }

            return last > first && QuerySigns.IsQuote(_text[first]) && _quoteEnd[first] == last;
        }
    }

    private void FindPairs()
    {
        var open = new Stack<int>();
        for (var i = 0; i < _text.Length; i++)
        {
            if (QuerySigns.IsQuote(_text[i]) && MayOpenQuote(i))
            {
                _quoteEnd[i] = FindQuoteEnd(i);
                i = Math.Max(i, _quoteEnd[i]);
            }
            else if (QuerySigns.IsOpenBracket(_text[i]))
            {
                open.Push(i);
            }
            else if (QuerySigns.IsCloseBracket(_text[i]) && open.TryPop(out var partner))
            {
                (_partner[i], _partner[partner]) = (partner, i);
            }
        }
    }

    // Brackets are not known yet when quotes are looked for: any open bracket before a quote may turn out to group.
    private bool MayOpenQuote(int at)
    {
        at -= at > 0 && _text[at - 1] == '*' ? 1 : 0;
        at = WithoutMinus(QueryPrefix.StartBefore(_text, at));
        return IsAfterGap(at) || QuerySigns.IsOpenBracket(_text[at - 1]);
    }

    // The first straight quote that is not doubled decides, or the curly one that closes as many as were opened.
    private int FindQuoteEnd(int start)
    {
        var isStraight = QuerySigns.IsStraightQuote(_text[start]);
        var depth = 1;
        for (var i = start + 1; i < _text.Length; i++)
        {
            if (isStraight ? !QuerySigns.IsStraightQuote(_text[i]) : _text[i] is not ('“' or '”'))
            {
                continue;
            }

            if (isStraight && i + 1 < _text.Length && QuerySigns.IsStraightQuote(_text[i + 1]))
            {
                i++;
                continue;
            }

            depth += _text[i] == '“' ? 1 : -1;
            if (depth == 0)
            {
                return IsTokenEnd(i + 1, mayHaveStar: true) ? i : 0;
            }
        }

        return None;
    }

    private bool IsTokenEnd(int after, bool mayHaveStar)
    {
        after += mayHaveStar && after < _text.Length && _text[after] == '*' ? 1 : 0;
        while (after < _text.Length && QuerySigns.IsCloseBracket(_text[after]))
        {
            after++;
        }

        return after == _text.Length || QuerySigns.IsBlank(_text[after]) || QuerySigns.IsBar(_text[after]);
    }

    private bool IsTokenStart(int at)
    {
        at = WithoutMinus(QueryPrefix.StartBefore(_text, at));
        return IsAfterGap(at) || (QuerySigns.IsOpenBracket(_text[at - 1]) && _isOperator[at - 1]);
    }

    private int WithoutMinus(int at) => at > 0 && QuerySigns.IsMinus(_text[at - 1]) ? at - 1 : at;

    private bool IsAfterGap(int at) => at == 0 || QuerySigns.IsBlank(_text[at - 1]) || QuerySigns.IsBar(_text[at - 1]);

    private void FindOperators()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (_quoteEnd[i] > 0)
            {
                i = _quoteEnd[i];
            }
            else if (QuerySigns.IsOpenBracket(_text[i])
                && _partner[i] != None
                && IsTokenStart(i)
                && IsTokenEnd(_partner[i] + 1, mayHaveStar: false))
            {
                _isOperator[i] = _isOperator[_partner[i]] = true;
            }
        }
    }
}
