using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Changes;

/// <summary>A plan at one moment.</summary>
/// <param name="View">Where it is read.</param>
/// <param name="Entry">The plan there.</param>
/// <param name="IsInScope">Whether the filters on plans let it through.</param>
internal sealed record PlanAt(CorpusView View, PlanEntry Entry, bool IsInScope);

/// <summary>A plan before and after.</summary>
/// <param name="Change">The change that made the difference; of several the last.</param>
/// <param name="Before">As it was; null when there was none.</param>
/// <param name="After">As it became; null when there is none.</param>
internal sealed record ChangedPlan(LoggedChange Change, PlanAt? Before, PlanAt? After)
{
    /// <summary>Its place in division order.</summary>
    public string OrderKey => (After ?? Before)!.Entry.OrderKey;
}
