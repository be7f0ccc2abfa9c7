using PlanSearch.Index.Port;

namespace PlanSearch.Answers.Questions;

/// <summary>
/// Which records are ranked together: the index orders all by their words, and each run of so many is then ordered by reading them.
/// </summary>
internal static class RankingWindow
{
    /// <summary>Records of one run. More made no page better (RESULTS.md).</summary>
    public const int Length = 128;

    /// <summary>The runs that a page lies in.</summary>
    public static TallyPage Over(TallyPage page)
    {
        var into = page.Skip % Length;
        var take = (into + page.Take + Length - 1) / Length * Length;
        return page with { Skip = page.Skip - into, Take = (int)Math.Min(take, int.MaxValue) };
    }
}
