namespace PlanSearch.Corpus.Answers;

/// <summary>Finds the plans in scope that do not say it; those that are fragments prove nothing and stand apart.</summary>
internal static class AbsenceFinder
{
    public static AbsenceList Find(Inquiry inquiry)
    {
        var mentions = inquiry.Counts.MentionsByDocument;
        return new AbsenceList(
            inquiry.View.Complete.Without(mentions, inquiry.Filters),
            inquiry.View.Fragments.Without(mentions, inquiry.Filters),
            inquiry.View.Snapshot.Manifest.Failures);
    }
}
