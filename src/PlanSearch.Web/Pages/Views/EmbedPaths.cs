namespace PlanSearch.Web.Pages.Views;

/// <summary>Where other sites find what they show of this one.</summary>
internal static class EmbedPaths
{
    /// <summary>The page for frames.</summary>
    public const string SearchPath = "/embed/search";

    /// <summary>The page that shows the ways into another site, with code to copy.</summary>
    public const string DemoPath = "/embed/demo";

    /// <summary>The colour of a frame's site as a style sheet: the policy allows no style in the page.</summary>
    public const string StylePath = "/embed/color";
}
