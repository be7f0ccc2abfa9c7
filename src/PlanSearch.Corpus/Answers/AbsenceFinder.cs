using System.Collections.Immutable;

namespace PlanSearch.Corpus.Answers;

/// <summary>Finds the plans in scope that do not say it; those that are fragments prove nothing and stand apart.</summary>
internal static class AbsenceFinder
{
    public static AbsenceList Find(Inquiry inquiry)
    {
        var notMentioned = ImmutableArray.CreateBuilder<PlanSummary>();
        var undecidable = ImmutableArray.CreateBuilder<PlanSummary>();
        var (numbers, inScope, mentions) = (inquiry.View.NumbersInOrder, inquiry.Filters.InScope, inquiry.Counts.MentionsByDocument);
        for (var rank = 0; rank < numbers.Length; rank++)
        {
            if (inScope[numbers[rank]] && mentions[numbers[rank]] == 0)
            {
                var entry = inquiry.View.InOrder[rank];
                (entry.IsFragment ? undecidable : notMentioned).Add(entry.Summary);
            }
        }

        return new AbsenceList(notMentioned.ToImmutable(), undecidable.ToImmutable(), inquiry.View.Snapshot.Manifest.Failures);
    }
}
