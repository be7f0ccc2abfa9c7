using System.Collections.Immutable;
using PlanSearch.Plans.Text;

namespace PlanSearch.Queries.Signs;

/// <summary>All that there is to say of an operator between two words that are to be near each other.</summary>
/// <param name="Word">Its word in the query language, of capital letters; a / and a distance may follow.</param>
/// <param name="DefaultDistance">What it means without a number.</param>
/// <param name="MaxDistance">The largest distance.</param>
/// <param name="InWords">It in Chinese words, of what is left of it, what is right of it, and a distance.</param>
/// <param name="InChinese">What <see cref="Example"/> finds.</param>
/// <param name="InEnglish">The same.</param>
/// <param name="ToIndex">The query as the index is asked for it, of the same three.</param>
public sealed record PairOperator(
    string Word,
    int DefaultDistance,
    int MaxDistance,
    Func<string, string, int, string> InWords,
    string InChinese,
    string InEnglish,
    Func<Query, Query, int, PairQuery> ToIndex)
{
    /// <summary>An expression with it.</summary>
    public string Example => $"氢能 {Word}/{DefaultDistance} 产业";
}

/// <summary>The operators between two words: one is a row here, and a class of <see cref="PairQuery"/> if its rule is its own.</summary>
public static class PairOperators
{
    /// <summary>In the order in which help lists them.</summary>
    public static ImmutableArray<PairOperator> All { get; } =
    [
        new(
            "NEAR",
            DefaultDistance: 20,
            MaxDistance: 500,
            (left, right, distance) => $"{left}与{right}在一段中相距不超过{distance}字",
            "两个词相隔不超过 20 字，先后不限",
            "the two words within 20 characters, in any order",
            (left, right, distance) => new NearQuery(left, right, distance)),
    ];

    /// <summary>The operator that a word of an expression is, with a distance or without; null when it is none.</summary>
    public static PairOperator? At(string word) => All.FirstOrDefault(row => word == row.Word || HasDistance(word, row));

    /// <summary>Whether a word of an expression is an operator with something for its distance.</summary>
    public static bool HasDistance(string word) => All.Any(row => HasDistance(word, row));

    private static bool HasDistance(string word, PairOperator row) =>
        word.Length > row.Word.Length && word[row.Word.Length] == '/' && word.StartsWith(row.Word, StringComparison.Ordinal);
}
