using System.Globalization;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Answers.Hits;

/// <summary>每万字提及次数.</summary>
internal static class Density
{
    private const int Per = 10_000;

    /// <summary>The reason of a plan's place: 本规划每万字提及3.2次（12.3万字中39处）.</summary>
    /// <param name="entry">The plan.</param>
    /// <param name="mentions">How many mentions it has.</param>
    public static string Say(PlanEntry entry, int mentions) => string.Create(
        CultureInfo.InvariantCulture,
        $"本规划每万字提及{(double)mentions * Per / Math.Max(1, entry.Summary.Characters):0.##}次"
            + $"（{entry.Summary.Characters / (double)Per:0.#}万字中{mentions}处）");
}
