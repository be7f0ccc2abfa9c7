namespace PlanSearch.Web.Pages.Texts;

/// <summary>What other sites show of this one.</summary>
internal abstract partial class PageTexts
{
    public abstract string OpenSearchDescription { get; }
    public abstract string DemoTitle { get; }
    public abstract string DemoLead { get; }
    public abstract string DemoSnippet(string name);
    public abstract string DemoOpen { get; }
    public abstract string DemoMore { get; }
    public abstract string DemoHead { get; }
    public abstract string DemoNeedsCors { get; }
    public abstract string DemoNeedsFrames { get; }
    public abstract string EmbedWhole { get; }

    /// <summary>What one of the ways into another site is called.</summary>
    public abstract string DemoName(string sample);

    public abstract string DemoAbout(string sample);
}
