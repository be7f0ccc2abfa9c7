
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The reading page: outline, stepping, citing.</summary>
internal sealed partial class English
{
    public override string SectionsInDoubt => "Sections to be checked";
    public override string DoubtLead =>
        "The headings of this plan may be wrong: check them against the file. Citations name the page, else the first words of the "
            + "passage, and no section. Reasons:";
    public override string DoubtReasons(string first) => $"The headings may be wrong: check them against the file. {first}";
    public override string CiteSelection => "Cite the selection";
    public override string CiteQuote => "Quotation";
    public override string StyleOfficial => "Official";
    public override string StyleShort => "Short";
    public override string StyleReference => "GB/T 7714";
    public override string PlaceStart => "beginning";
    public override string PlaceEntry(string first) => $"item {first}";
    public override string PlaceParagraph(string first) => $"paragraph {first}";
    public override string PlacePage(string first) => $"page {first}";
    public override string SourceFile => "Original file";
    public override string OutlineNav => "Sections of this plan";
    public override string OutlineTitle => "Sections";
    public override string OutlineFilter => "Only sections with mentions";
    public override string FindInside => "Find in this plan";
    public override string FindButton => "Find";
    public override string InsideNav => "Between mentions";
    public override string ToFirst => "To the first";
    public override string ToLast => "To the last";
    public override string SearchAll => "Search all plans";
    public override string ListMentions => "List every mention";
    public override string LinesOn => "Show source lines";
    public override string LinesOff => "Hide source lines";
    public override string PreviousMention => "previous";
    public override string NextMention => "next";
    public override string CiteThis => "cite";
    public override string CiteBlock => "Cite this paragraph";
    public override string CiteTitle => "Citation";
    public override string CitePermalink => "Permalink";
    public override string SimilarTitle => "Similar passages";
    public override string SimilarByWords => "Near in words";
    public override string SimilarHint =>
        "By the rarer words of this paragraph: the nearest sections, boxes and tables of all plans, not all mentions of anything.";
    public override string SimilarWords => "Words used, each with its mentions";
    public override string SimilarNone => "This paragraph has no telling word that another section has too.";
    public override string SimilarAll => "Search by these words";
    public override string MentionNumber(string first, string second) => $"{first} of {second}; click for the next";
    public override string StepperNav => "Previous and next mention";
    public override string FoldedRun(string first, string second) => $"{first} ({Counted(second, "line")}, not searched)";
    public override string TableNamed(string first) => $"Table: {first}";
    public override string TableUnnamed => "Table";
    public override string Characters(string first) => Counted(first, "character");
    public override string InsidePhrase(string second) => $"“{{0}}” in this plan: {{1}} {Noun(second, "mention")}.";
}
