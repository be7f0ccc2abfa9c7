
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The reading page: outline, stepping, citing.</summary>
internal abstract partial class PageTexts
{
    public abstract string SectionsInDoubt { get; }
    public abstract string DoubtLead { get; }
    public abstract string DoubtReasons(string first);
    public abstract string CiteSelection { get; }
    public abstract string CiteQuote { get; }
    public abstract string StyleOfficial { get; }
    public abstract string StyleShort { get; }
    public abstract string StyleReference { get; }
    public abstract string PlaceStart { get; }
    public abstract string PlaceEntry(string first);
    public abstract string PlaceParagraph(string first);
    public abstract string PlacePage(string first);
    public abstract string SourceFile { get; }
    public abstract string OutlineNav { get; }
    public abstract string OutlineTitle { get; }
    public abstract string OutlineFilter { get; }
    public abstract string FindInside { get; }
    public abstract string FindButton { get; }
    public abstract string InsideNav { get; }
    public abstract string ToFirst { get; }
    public abstract string ToLast { get; }
    public abstract string SearchAll { get; }
    public abstract string ListMentions { get; }
    public abstract string LinesOn { get; }
    public abstract string LinesOff { get; }
    public abstract string PreviousMention { get; }
    public abstract string NextMention { get; }
    public abstract string CiteThis { get; }
    public abstract string CiteBlock { get; }
    public abstract string CiteTitle { get; }
    public abstract string CitePermalink { get; }
    public abstract string SimilarTitle { get; }
    public abstract string SimilarByWords { get; }
    public abstract string SimilarHint { get; }
    public abstract string SimilarWords { get; }
    public abstract string SimilarNone { get; }
    public abstract string SimilarAll { get; }
    public abstract string MentionNumber(string first, string second);
    public abstract string StepperNav { get; }
    public abstract string FoldedRun(string first, string second);
    public abstract string TableNamed(string first);
    public abstract string TableUnnamed { get; }
    public abstract string Characters(string first);
    public abstract string InsidePhrase(string second);
}
