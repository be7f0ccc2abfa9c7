using PlanSearch.Plans.Text;
using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>Holds the calls of one answer against what one answer may ask.</summary>
public static class OneQuestion
{
    /// <summary>
    /// The query is counted once, or not at all; no plan's mentions are asked for twice; and all of it in one generation.
    /// </summary>
    /// <param name="calls">What was asked for the answer.</param>
    /// <param name="word">What the answer is about; other readings and words beside it are other queries.</param>
    /// <param name="isCounted">Whether anything is to be counted.</param>
    public static void Check(IReadOnlyList<IndexCall> calls, string word, bool isCounted)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var own = calls.Where(call => call.Query.Equals(new LiteralQuery(word))).ToList();
        Assert.NotEmpty(own);
        Assert.Single(calls.Select(call => call.Generation).Distinct());
        Assert.Equal(
            isCounted ? ["Tally"] : Array.Empty<string>(),
            own.Where(call => call.Operation is "Tally" or "Totals").Select(call => call.Operation));
        var plans = own.SelectMany(call => call.Plans).ToList();
        Assert.Equal(plans.Distinct(), plans);
    }
}
