using PlanSearch.Answers.Hits;

namespace PlanSearch.Web.Pages.Views;

/// <summary>What a hit is called in an address and on its page: its plan and the block it begins with.</summary>
internal static class HitName
{
    /// <summary>The value of the parameter <c>hit</c>: plan and anchor with # between.</summary>
    public static string Of(RecordHit hit) => $"{hit.Plan}#{hit.Anchor}";

    /// <summary>The id of its element on the page: plan and anchor with - between.</summary>
    public static string ElementOf(RecordHit hit) => $"hit-{hit.Plan}-{hit.Anchor}";
}
