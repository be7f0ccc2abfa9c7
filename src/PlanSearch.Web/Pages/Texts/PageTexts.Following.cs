namespace PlanSearch.Web.Pages.Texts;

/// <summary>What is sampled, followed and checked again.</summary>
internal abstract partial class PageTexts
{
    public abstract string SampleSize { get; }
    public abstract string SampleSeed { get; }
    public abstract string SampleDraw { get; }
    public abstract string SampleDrawn(string first, string second, string third);
    public abstract string SampleAll { get; }
    public abstract string CodingColumns { get; }
    public abstract string CodingFile(string first);
    public abstract string CertSample { get; }
    public abstract string Follow { get; }
    public abstract string FeedTitle { get; }
    public abstract string FeedHint { get; }
    public abstract string FullCertificate { get; }
    public abstract string FullCertificateFile { get; }
    public abstract string HelpFollow { get; }
    public abstract string HelpFollow1 { get; }
    public abstract string HelpReplicate { get; }
    public abstract string HelpSample { get; }
}
