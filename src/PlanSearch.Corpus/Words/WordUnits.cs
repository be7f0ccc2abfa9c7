using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Words;

/// <summary>Which code units of a folded text can be part of a word, and which of them belong together whatever the words are.</summary>
internal static class WordUnits
{
    /// <summary>Whether a code unit is part of a word: letters, digits, and the point within a number (PM2.5, 6.5).</summary>
    public static bool IsPart(string folded, int at) => Fold.IsWordUnit(folded[at])
        || (folded[at] == '.'
            && at > 0
            && at + 1 < folded.Length
            && char.IsAsciiDigit(folded[at - 1])
            && char.IsAsciiDigit(folded[at + 1]));

    /// <summary>
    /// The pieces of a run of such units: Han characters to be cut further, and others that are one word each (5g, pm2.5, a character of
    /// two code units).
    /// </summary>
    public static IEnumerable<(int Start, int Length, bool IsHan)> Pieces(string folded, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var kind = KindOf(folded[at]);
            var next = at + 1;
            if (kind == UnitKind.Pair)
            {
                next += next < end && char.IsSurrogatePair(folded[at], folded[next]) ? 1 : 0;
            }
            else
            {
                while (next < end && KindOf(folded[next]) == kind)
                {
                    next++;
                }
            }

            yield return (at, next - at, kind == UnitKind.Han);
            at = next;
        }
    }

    private static UnitKind KindOf(char unit) =>
        Fold.IsHan(unit)
            ? UnitKind.Han
            : char.IsSurrogate(unit) ? UnitKind.Pair : unit == '.' || Fold.IsRunUnit(unit) ? UnitKind.Run : UnitKind.Other;

    private enum UnitKind
    {
        Han,
        Run,
        Pair,
        Other,
    }
}
