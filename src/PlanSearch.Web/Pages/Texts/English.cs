namespace PlanSearch.Web.Pages.Texts;

/// <summary>The pages in English, by ?lang=en.</summary>
internal sealed partial class English : PageTexts
{
    public const string Code = "en";

    public static English Texts { get; } = new();

    public override string HtmlLang => "en";
    public override string OtherLanguage => "中文";
    public override string OtherLanguageCode => "zh";
    public override string Product => "Plan text search";
    public override string SkipToMain => "Skip to content";
    public override string SkipToResults => "Skip to the results";
    public override string SkipToFilters => "Skip to the filters";
    public override string SiteNav => "Site";
    public override string NavPlans => "Plans";
    public override string NavTopics => "Topics";
    public override string NavHelp => "Help";
    public override string ViewNav => "Display";
    public override string LargeOn => "Large text";
    public override string LargeOff => "Normal text";
    public override string DarkOn => "Dark";
    public override string DarkOff => "Light";
    public override string SearchLabel => "Words or an expression";
    public override string SearchPlaceholder => "e.g. 营商环境";
    public override string SearchButton => "Search";
    public override string SuggestLabel => "Suggestions";
    // Numbers come as they are written: 1,234.
    private static string Counted(string number, string noun) => $"{number} {Noun(number, noun)}";

    private static string Noun(string number, string noun) => number == "1" ? noun : noun + (noun.EndsWith('x') ? "es" : "s");

    public override string SuggestCount(string first) => $"Suggestions: {first}; choose with the arrow keys";
    public override string KindWord => "word";
    public override string KindTopic => "topic";
    public override string KindHeading => "heading";
    public override string KindBox => "box";
    public override string KindEntry => "entry";
    public override string Copy => "Copy";
    public override string Copied => "Copied";
    public override string Selected => "Selected, press Ctrl+C";
    public override string NotCopied => "Could not be copied";
    public override string CopyAll => "Copy all citations";
    public override string HomeLead(string first) =>
        $"Finds every mention of a word in the full text of {Counted(first, "plan")}, with its exact chapter, section, box and entry.";
    public override string ForExample => "For example:";
    public override string CollectionTitle => "Plans in the collection";
    public override string SearchTitle => "Search:";
    public override string WaysLabel => "View and download";
    public override string ViewMentions => "Every mention";
    public override string ViewRecords => "By section";
    public override string Filters => "Filters";
    public override string ListComma => ", ";
    public override string None => "none";
    public override string Colon => ": ";
    public override string CountOf(string first) => Counted(first, "mention");
    public override string Source => "Source:";
    public override string OtherStyles => "Other styles";
    public override string Excerpt => "fragment";
    public override string Update => "Update";
    public override string NextPage => "Next page";
    public override string FirstPage => "First page";
    public override string Unknown => "unknown";
    public override string MentionsTitle => "Every mention:";
    public override string IndexBuilt(string first) => $"Indexed {first} (Beijing time)";
    public override string PlanCount(string first) => Counted(first, "plan");
    public override string FailureCount(string first) => $"{Counted(first, "file")} failed";
    public override string DataVersion => "Data version";
    public override string NoIndex => "There is no index yet.";
    public override string ApiText => "API description (OpenAPI)";
    public override string Sentence => ".";
}
