using System.Collections.Immutable;

namespace PlanSearch.Corpus.Answers;

/// <summary>Finds the plans in scope that do not say it; those that are fragments prove nothing and stand apart.</summary>
internal static class AbsenceFinder
{
    public static AbsenceList Find(Inquiry inquiry)
    {
        var (view, counts) = (inquiry.View, inquiry.Counts);
        var failures = view.Snapshot.Manifest.Failures;
        if (inquiry.Filters.HasEveryPlan && counts.Total.Plans == 0)
        {
            return new AbsenceList(view.Complete, [.. view.Fragments.Select(entry => entry.Name)], failures);
        }

        var without = counts.Lists.Without(0, int.MaxValue);
        var complete = ImmutableArray.CreateBuilder<PlanName>(without.Length);
        var fragments = ImmutableArray.CreateBuilder<PlanName>();
        foreach (var number in without)
        {
            var entry = view.Entries[number];
            (entry.IsFragment ? fragments : complete).Add(entry.Name);
        }

        return new AbsenceList(complete.DrainToImmutable(), fragments.ToImmutable(), failures);
    }
}
