using System.Globalization;

namespace PlanSearch.Corpus.Answers;

/// <summary>每万字提及次数.</summary>
internal static class Density
{
    private const int Per = 10_000;

    /// <summary>Mentions per 10,000 characters searched of a plan.</summary>
    public static double Of(Inquiry inquiry, PlanEntry entry) =>
        (double)inquiry.Counts.MentionsByDocument[entry.Number] * Per / Math.Max(1, entry.Summary.Characters);

    /// <summary>The reason of a plan's place: 本规划每万字提及3.2次（12.3万字中39处）.</summary>
    public static string Say(Inquiry inquiry, PlanEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"本规划每万字提及{Of(inquiry, entry):0.##}次（{entry.Summary.Characters / (double)Per:0.#}万字中{inquiry.Counts.MentionsByDocument[entry.Number]}处）");
}
