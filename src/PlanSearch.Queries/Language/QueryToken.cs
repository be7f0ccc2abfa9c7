using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>What a stretch of an expression is.</summary>
internal enum QueryTokenKind
{
    /// <summary>A word: a literal, quoted or bare, a pattern, an exclusion or a topic.</summary>
    Term,

    /// <summary>( that opens a group.</summary>
    Open,

    /// <summary>) that closes one.</summary>
    Close,

    /// <summary>| without blanks beside it: binds more tightly than the blank, as it looks.</summary>
    TightOr,

    /// <summary>OR, 或, or | with a blank beside it: binds less tightly than the blank.</summary>
    LooseOr,

    /// <summary>AND, 与: the same as the blank.</summary>
    And,

    /// <summary>NOT, 非, or the - before a word.</summary>
    Not,

    /// <summary>NEAR/20: <see cref="QueryToken.Pair"/>; <see cref="QueryToken.Value"/> is the distance.</summary>
    Pair,

    /// <summary>同句 before its bracket; <see cref="QueryToken.Value"/> is the number of the scope.</summary>
    Scope,

    /// <summary>标题: with its colon; <see cref="QueryToken.Value"/> is the number of the field.</summary>
    Field,

    /// <summary>The end of the input.</summary>
    End,
}

/// <summary>A stretch of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">UTF-16 offset of its first code unit in the input.</param>
/// <param name="Length">Code units of the input.</param>
/// <param name="Term">The word of a <see cref="QueryTokenKind.Term"/>; else null.</param>
/// <param name="Value">The number that some kinds carry; else 0.</param>
/// <param name="Pair">The operator of a <see cref="QueryTokenKind.Pair"/>; else null.</param>
internal readonly record struct QueryToken(
    QueryTokenKind Kind, int Offset, int Length, PlanQuery? Term = null, int Value = 0, PairOperator? Pair = null)
{
    /// <summary>Offset after its last code unit.</summary>
    public int End => Offset + Length;
}

/// <summary>What is wrong with an expression, and the edit that mends it.</summary>
/// <param name="Offset">UTF-16 offset in the input.</param>
/// <param name="Message">In Chinese.</param>
/// <param name="Start">Where the mending edit begins.</param>
/// <param name="Length">Code units it takes out.</param>
/// <param name="Replacement">What it puts in their place.</param>
internal sealed record QueryFault(int Offset, string Message, int Start, int Length, string Replacement)
{
    /// <summary>The input after the edit; it may have further faults.</summary>
    public string Mend(string input) => string.Concat(input.AsSpan(0, Start), Replacement, input.AsSpan(Start + Length));
}
