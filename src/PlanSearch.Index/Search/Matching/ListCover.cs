using PlanSearch.Index.Format;

namespace PlanSearch.Index.Search.Matching;

/// <summary>A bigram of a literal, and the list of its offsets.</summary>
/// <param name="Start">Where the list begins in the postings.</param>
/// <param name="Count">Its offsets.</param>
/// <param name="Shift">The unit of the literal that the bigram begins with.</param>
internal readonly record struct BigramList(int Start, int Count, int Shift);

/// <summary>Chooses which bigrams of a literal are looked up: two neighbours vouch for three units, so every other one is enough.</summary>
internal static class ListCover
{
    /// <summary>To look up a candidate in a list, and to unpack a block of it, in the same unit; measured by PostingsBenchmarks.</summary>
    private const long LookUpCost = 10;
    private const long BlockCost = 50;

    /// <summary>A list this many times longer than the candidates costs more to read than the text costs to look up.</summary>
    private const int TextIsCheaper = 32;

    /// <summary>Whether a list is worth looking the candidates up in.</summary>
    public static bool IsWorthReading(int count, int candidates) => count <= (long)candidates * TextIsCheaper;

    /// <summary>
    /// The cheapest lists beside the rarest that vouch for every unit which some list worth reading vouches for; the rarest of them first.
    /// </summary>
    /// <param name="lists">The lists, by rising shift.</param>
    /// <param name="rarest">The list whose offsets are the candidates.</param>
    /// <param name="units">Units of the literal.</param>
    public static List<BigramList> Choose(List<BigramList> lists, BigramList rarest, int units)
    {
        var byShift = new BigramList?[units];
        foreach (var list in lists)
        {
            byShift[list.Shift] = IsWorthReading(list.Count, rarest.Count) ? list : null;
        }

        // The cheapest cover of a line by pairs, by dynamic programming. From the last unit back: the cheapest way to cover the units from
        // here on, and the list it begins with. Taking the cheapest list first can leave single units over, each of which needs another
        // list.
        var costs = new long[units + 2];
        var choices = new BigramList?[units];
        for (var unit = units - 1; unit >= 0; unit--)
        {
            costs[unit] = costs[unit + 1];
            if (unit == rarest.Shift || unit == rarest.Shift + 1)
            {
                continue;
            }

            var ahead = byShift[unit];
            var behind = unit > 0 ? byShift[unit - 1] : null;
            if (ahead is { } next
                && (behind is null || Cost(next, rarest) + costs[unit + 2] <= Cost(behind.Value, rarest) + costs[unit + 1]))
            {
                (choices[unit], costs[unit]) = (ahead, Cost(next, rarest) + costs[unit + 2]);
            }
            else if (behind is { } before)
            {
                (choices[unit], costs[unit]) = (behind, Cost(before, rarest) + costs[unit + 1]);
            }
        }

        var chosen = new List<BigramList>();
        for (var unit = 0; unit < units; unit++)
        {
            if (choices[unit] is { } list)
            {
                chosen.Add(list);
                unit += list.Shift == unit ? 1 : 0;
            }
        }

        chosen.Sort(static (a, b) => a.Count.CompareTo(b.Count));
        return chosen;
    }

    private static long Cost(BigramList list, BigramList rarest) =>
        (Math.Min(list.Count, rarest.Count) * LookUpCost) + (Math.Min(list.Count / GapBlock.Length, rarest.Count) * BlockCost);
}
