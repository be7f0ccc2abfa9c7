using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanSearch.Answers.Counting;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Answers.Hits;

/// <summary>Finds the plans in scope that do not say it; those that are fragments prove nothing and are apart.</summary>
internal static class AbsenceFinder
{
    public static AbsenceList Find(CountedInquiry inquiry)
    {
        var (view, counts) = (inquiry.View, inquiry.Counts);
        var failures = view.Snapshot.Manifest.Failures;
        if (inquiry.Filters.HasEveryPlan && counts.Total.Plans == 0)
        {
            return new AbsenceList(view.Complete, [.. view.Fragments.Select(entry => entry.Name)], failures);
        }

        var without = counts.Lists.Without(0, int.MaxValue);
        if (view.Fragments.IsEmpty)
        {
            return new AbsenceList(NamesOf(without.AsSpan(), view.Names), [], failures);
        }

        // Parted without a branch, of which a processor would guess every third wrong.
        var (complete, fragments) = (ArrayPool<int>.Shared.Rent(without.Length + 1), ArrayPool<int>.Shared.Rent(without.Length + 1));
        var (completeCount, fragmentCount) = (0, 0);
        foreach (var number in without)
        {
            (complete[completeCount], fragments[fragmentCount]) = (number, number);
            var isFragment = view.IsFragment[number] ? 1 : 0;
            completeCount += 1 - isFragment;
            fragmentCount += isFragment;
        }

        var absent = new AbsenceList(
            NamesOf(complete.AsSpan(0, completeCount), view.Names), NamesOf(fragments.AsSpan(0, fragmentCount), view.Names), failures);
        ArrayPool<int>.Shared.Return(complete);
        ArrayPool<int>.Shared.Return(fragments);
        return absent;
    }

    private static ImmutableArray<PlanName> NamesOf(ReadOnlySpan<int> plans, ImmutableArray<PlanName> names)
    {
        var listed = new PlanName[plans.Length];
        for (var at = 0; at < listed.Length; at++)
        {
            listed[at] = names[plans[at]];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(listed);
    }
}
