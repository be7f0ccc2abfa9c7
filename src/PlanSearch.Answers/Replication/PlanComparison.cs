namespace PlanSearch.Answers.Replication;

/// <summary>The plans of two collections, by name: which were added, removed, changed.</summary>
internal static class PlanComparison
{
    /// <summary>Every plan that is not what it was, in order of the ids; one that is may still count otherwise.</summary>
    public static IEnumerable<ReplicationCause> Of(IReadOnlyList<PlanProof> then, IReadOnlyList<PlanProof> now)
    {
        var former = then.ToDictionary(plan => plan.Plan, StringComparer.Ordinal);
        var present = now.ToDictionary(plan => plan.Plan, StringComparer.Ordinal);
        return former.Keys.Union(present.Keys)
            .Order(StringComparer.Ordinal)
            .SelectMany(id => Of(former.GetValueOrDefault(id), present.GetValueOrDefault(id)));
    }

    private static IEnumerable<ReplicationCause> Of(PlanProof? then, PlanProof? now)
    {
        var (id, title) = ((now ?? then)!.Plan, (now ?? then)!.Title);
        if (then is null || now is null)
        {
            yield return new ReplicationCause(
                then is null ? "text_added" : "text_removed", id, title, then?.Text, now?.Text, then?.Mentions, now?.Mentions);
            yield break;
        }

        if (then.Text != now.Text)
        {
            yield return new ReplicationCause("text_changed", id, title, then.Text, now.Text, then.Mentions, now.Mentions);
        }

        if (then.Metadata != now.Metadata)
        {
            yield return new ReplicationCause("metadata_changed", id, title, then.Metadata, now.Metadata, then.Mentions, now.Mentions);
        }

        var isCorrected = then.Corrections is not null && then.Corrections != now.Corrections;
        if (isCorrected)
        {
            yield return new ReplicationCause(
                "corrections_changed", id, title, then.Corrections, now.Corrections, then.Mentions, now.Mentions);
        }

        if (then.Text == now.Text && then.Metadata == now.Metadata && !isCorrected && then.Mentions != now.Mentions)
        {
            yield return new ReplicationCause("counts", id, title, null, null, then.Mentions, now.Mentions);
        }
    }
}
