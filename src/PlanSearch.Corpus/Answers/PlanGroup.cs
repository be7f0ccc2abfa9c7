using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PlanSearch.Corpus.Answers;

/// <summary>Plans of a view in division order, ready to be listed: side by side in memory, for lists of a thousand are made with every page.</summary>
/// <param name="Numbers">Their numbers.</param>
/// <param name="Names">They themselves.</param>
/// <param name="Ids">Their ids.</param>
internal sealed record PlanGroup(ImmutableArray<int> Numbers, ImmutableArray<PlanName> Names, ImmutableArray<string> Ids)
{
    /// <param name="inOrder">The plans in division order.</param>
    public static PlanGroup Of(IEnumerable<PlanEntry> inOrder)
    {
        var entries = inOrder.ToList();
        return new PlanGroup(
            [.. entries.Select(entry => entry.Number)], [.. entries.Select(entry => entry.Name)], [.. entries.Select(entry => entry.Summary.Id)]);
    }

    /// <summary>The ids of those in scope.</summary>
    public ImmutableArray<string> IdsIn(ResolvedFilters filters)
    {
        if (filters.HasEveryPlan)
        {
            return Ids;
        }

        var places = ArrayPool<int>.Shared.Rent(Numbers.Length);
        var count = 0;
        for (var place = 0; place < Numbers.Length; place++)
        {
            places[count] = place;
            count += filters.InScope[Numbers[place]] ? 1 : 0;
        }

        return Taken(Ids, places, count);
    }

    /// <summary>Those in scope without a mention.</summary>
    public ImmutableArray<PlanName> Without(ReadOnlySpan<int> mentionsByPlan, ResolvedFilters filters)
    {
        if (filters.HasEveryPlan && !mentionsByPlan.ContainsAnyExcept(0))
        {
            return Names;
        }

        var places = ArrayPool<int>.Shared.Rent(Numbers.Length);
        var count = 0;
        for (var place = 0; place < Numbers.Length; place++)
        {
            var number = Numbers[place];
            places[count] = place;
            count += filters.InScope[number] & mentionsByPlan[number] == 0 ? 1 : 0;
        }

        return Taken(Names, places, count);
    }

    // The places were written without a branch, of which a processor would guess every third wrong.
    private static ImmutableArray<T> Taken<T>(ImmutableArray<T> all, int[] places, int count)
    {
        var taken = new T[count];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = all[places[i]];
        }

        ArrayPool<int>.Shared.Return(places);
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }
}
