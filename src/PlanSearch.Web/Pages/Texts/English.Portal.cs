namespace PlanSearch.Web.Pages.Texts;

/// <summary>What other sites show of this one.</summary>
internal sealed partial class English
{
    public override string OpenSearchDescription => "Every occurrence in the texts of plans, with its place";
    public override string DemoTitle => "Into your portal";
    public override string DemoLead =>
        "Four ways; copy one of them. The address of this site is in each; the samples show what the same markup does.";
    public override string DemoSnippet(string name) => $"Markup: {name}";
    public override string DemoOpen => "Open the sample";
    public override string DemoMore => "Tokens that fix a scope, reverse proxies, keys, updates and backups: see the document “一小时门户接入”.";
    public override string DemoHead =>
        "The markup stands in the head of this page. Browsers can take this site as a search engine by it, with suggestions.";
    public override string DemoNeedsCors =>
        "For another site to use it, its origin (https://portal.example) must stand in the setting PlanSearch__CorsOrigins; at present "
            + "none does.";
    public override string DemoNeedsFrames =>
        "For another site to use it, its origin must stand in the setting PlanSearch__FrameAncestors; at present no site may frame it.";
    public override string EmbedWhole => "See everything on the search site";

    public override string DemoName(string sample) => sample switch
    {
        "component" => "Web component",
        "frame" => "Frame",
        "form" => "Form",
        _ => "Browser search",
    };

    public override string DemoAbout(string sample) => sample switch
    {
        "component" => "One script without dependencies; box, counts, hits and citations within your page.",
        "frame" => "An iframe, no script. For pages that take none.",
        "form" => "Only a form; the results open in a new window. Works everywhere.",
        _ => "In the head of a page, by which browsers take this site as a search engine.",
    };
}
