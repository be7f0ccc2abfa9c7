using System.Collections.Immutable;

namespace PlanSearch.Corpus.Answers;

/// <summary>Finds the plans in scope that do not say it; those that are fragments prove nothing and stand apart.</summary>
internal static class AbsenceFinder
{
    public static AbsenceList Find(Inquiry inquiry)
    {
        var notMentioned = ImmutableArray.CreateBuilder<PlanSummary>();
        var undecidable = ImmutableArray.CreateBuilder<PlanSummary>();
        foreach (var entry in inquiry.View.InOrder)
        {
            if (inquiry.Filters.InScope[entry.Number] && inquiry.Counts.MentionsByDocument[entry.Number] == 0)
            {
                (entry.IsFragment ? undecidable : notMentioned).Add(entry.Summary);
            }
        }

        return new AbsenceList(notMentioned.ToImmutable(), undecidable.ToImmutable(), inquiry.View.Snapshot.Manifest.Failures);
    }
}
