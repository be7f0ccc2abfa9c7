using System.Collections.Immutable;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Changes;

/// <summary>A plan at one moment.</summary>
/// <param name="Entry">The plan then.</param>
/// <param name="IsInScope">Whether the filters on plans let it through.</param>
internal abstract record PlanAt(PlanEntry Entry, bool IsInScope)
{
    /// <summary>The mentions of a query in the plan as it was then, in reading order, with the text that their offsets belong to.</summary>
    public abstract (PlanText Text, IReadOnlyList<Mention> Mentions) Find(
        Query query, ImmutableArray<BlockChoice> blocks, CancellationToken cancellationToken);
}

/// <summary>A plan of the newest generation: the index knows its mentions.</summary>
internal sealed record PresentPlan(IPlanSnapshot Snapshot, PlanEntry Entry, bool IsInScope) : PlanAt(Entry, IsInScope)
{
    /// <inheritdoc/>
    public override (PlanText Text, IReadOnlyList<Mention> Mentions) Find(
        Query query, ImmutableArray<BlockChoice> blocks, CancellationToken cancellationToken)
    {
        var mentions = new List<Mention>();
        Snapshot.Mentions(query, blocks, [Entry.Number], found => mentions.AddRange(found), cancellationToken);
        return (new PlanText(Snapshot, Entry), mentions);
    }
}

/// <summary>A plan as it was: no list of the index knows of it, so its text is read.</summary>
internal sealed record FormerPlan(KeptPlan Kept, PlanEntry Entry, bool IsInScope) : PlanAt(Entry, IsInScope)
{
    /// <inheritdoc/>
    public override (PlanText Text, IReadOnlyList<Mention> Mentions) Find(
        Query query, ImmutableArray<BlockChoice> blocks, CancellationToken cancellationToken)
    {
        var (plan, texts, found) = Kept.Find(query, blocks);
        return (
            new PlanText(Entry, plan, block => texts[block]),
            [.. found.Select(match => new Mention(Entry.Number, match.Block, match.Start, match.Length, match.Literal))]);
    }
}

/// <summary>One plan across a change; at least one of the two sides is there.</summary>
/// <param name="Change">The change that made the difference; of several the last.</param>
/// <param name="Before">As it was; null when there was none.</param>
/// <param name="After">As it became; null when there is none.</param>
internal sealed record ChangedPlan(LoggedChange Change, PlanAt? Before, PlanAt? After)
{
    /// <summary>Its place in division order.</summary>
    public string OrderKey => (After ?? Before)!.Entry.OrderKey;
}
