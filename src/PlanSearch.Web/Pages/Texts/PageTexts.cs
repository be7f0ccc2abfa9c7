using PlanSearch.Corpus.Answers;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>Everything the pages say of their own accord, in one language; a language that lacks a text does not compile.</summary>
/// <remarks>What comes from plans, and the words of the query language, is shown as it is in every language.</remarks>
internal abstract partial class PageTexts
{
    /// <summary>The texts of a language by its code; Chinese for every other code.</summary>
    public static PageTexts Of(string? language) => language == English.Code ? English.Texts : Chinese.Texts;

    /// <summary>What a facet is called; a column of the collection's own is called as it is.</summary>
    public abstract string FacetLabel(string name);

    /// <summary>What a kind of block is called.</summary>
    public abstract string KindLabel(BlockKind kind);

    /// <summary>A division as it is read: 岚江省 临漪市; unknown when nothing is known.</summary>
    public string Region(PlanSummary plan) => plan.RegionPath.IsDefaultOrEmpty ? Unknown : string.Join(" ", plan.RegionPath);

    /// <summary>Where in its section a passage stands: 第3段, 第2项, 第12页; empty when there is nothing to say.</summary>
    public string Spot(Place place)
    {
        var parts = new List<string>();
        if (place.Entry is { } entry)
        {
            parts.Add(PlaceEntry($"{entry}"));
        }
        else if (place.Paragraph is { } paragraph)
        {
            parts.Add(PlaceParagraph($"{paragraph}"));
        }

        if (place.Page is { } page)
        {
            parts.Add(PlacePage($"{page}"));
        }

        return string.Join(" · ", parts);
    }

    public abstract string HtmlLang { get; }
    public abstract string OtherLanguage { get; }
    public abstract string OtherLanguageCode { get; }
    public abstract string Product { get; }
    public abstract string SkipToMain { get; }
    public abstract string SiteNav { get; }
    public abstract string NavPlans { get; }
    public abstract string NavTopics { get; }
    public abstract string NavHelp { get; }
    public abstract string ViewNav { get; }
    public abstract string LargeOn { get; }
    public abstract string LargeOff { get; }
    public abstract string DarkOn { get; }
    public abstract string DarkOff { get; }
    public abstract string SearchLabel { get; }
    public abstract string SearchPlaceholder { get; }
    public abstract string SearchButton { get; }
    public abstract string SuggestLabel { get; }
    public abstract string SuggestCount(string first);
    public abstract string KindWord { get; }
    public abstract string KindTopic { get; }
    public abstract string KindHeading { get; }
    public abstract string KindBox { get; }
    public abstract string KindEntry { get; }
    public abstract string Copy { get; }
    public abstract string Copied { get; }
    public abstract string Selected { get; }
    public abstract string NotCopied { get; }
    public abstract string CiteSelection { get; }
    public abstract string CiteQuote { get; }
    public abstract string ListMore { get; }
    public abstract string ListedSoFar(string first);
    public abstract string ListMoreFailed { get; }
    public abstract string CopyAll { get; }
    public abstract string KeysTitle { get; }
    public abstract string KeysClose { get; }
    public abstract string KeySlash { get; }
    public abstract string KeyNextHit { get; }
    public abstract string KeyNextMention { get; }
    public abstract string KeyHelp { get; }
    public abstract string HomeLead(string first);
    public abstract string ForExample { get; }
    public abstract string CollectionTitle { get; }
    public abstract string PlansUnit { get; }
    public abstract string PromiseTitle { get; }
    public abstract string Promise1 { get; }
    public abstract string Promise2 { get; }
    public abstract string Promise3 { get; }
    public abstract string SearchTitle { get; }
    public abstract string ReadAs { get; }
    public abstract string WaysLabel { get; }
    public abstract string ViewMentions { get; }
    public abstract string ViewRecords { get; }
    public abstract string DownloadAs(string first);
    public abstract string AbsentTitle { get; }
    public abstract string Filters { get; }
    public abstract string AndLeftOut(string first);
    public abstract string ShowAside { get; }
    public abstract string HideAside { get; }
    public abstract string AsideTitle { get; }
    public abstract string AsideHint { get; }
    public abstract string AsideCut(string first);
    public abstract string OfThemPartial(string first);
    public abstract string LeftToc(string first);
    public abstract string LeftCover(string first);
    public abstract string LeftNoise(string first);
    public abstract string LeftRuns(string first);
    public abstract string ListComma { get; }
    public abstract string SomeNotSearched(string first);
    public abstract string CertificateTitle { get; }
    public abstract string CertQuery { get; }
    public abstract string CertReadAs { get; }
    public abstract string CertNormal { get; }
    public abstract string CertMode { get; }
    public abstract string ModeLiteral { get; }
    public abstract string ModeExpression { get; }
    public abstract string ModeExact { get; }
    public abstract string ModeFolded { get; }
    public abstract string CertFilters { get; }
    public abstract string None { get; }
    public abstract string CertCounted { get; }
    public abstract string CertCountedLine(string first, string second, string third);
    public abstract string CertScope { get; }
    public abstract string CertScopeLine(string first, string second, string third);
    public abstract string CertLeftOut { get; }
    public abstract string CertNotSearched { get; }
    public abstract string CertComplete { get; }
    public abstract string CertIsComplete { get; }
    public abstract string CertIsNotComplete { get; }
    public abstract string CertData { get; }
    public abstract string CertDigest { get; }
    public abstract string CertVersions { get; }
    public abstract string CertTime { get; }
    public abstract string AbsentCounts(string first, string second, string third);
    public abstract string AbsentNot { get; }
    public abstract string AbsentUndecidable { get; }
    public abstract string AbsentNotSearched { get; }
    public abstract string FaultTitle { get; }
    public abstract string FaultPlace(string first);
    public abstract string FaultEnd { get; }
    public abstract string FaultProposal { get; }
    public abstract string FaultFirstPage { get; }
    public abstract string FaultGoHome { get; }
    public abstract string FaultCode(string first, string second);
    public abstract string FaultNotFound { get; }
    public abstract string FaultUnavailable { get; }
    public abstract string FaultBad { get; }
    public abstract string ChipsLabel { get; }
    public abstract string ChipRemove(string first, string second);
    public abstract string ChipRestore(string first, string second);
    public abstract string ChipsClear { get; }
    public abstract string Colon { get; }
    public abstract string Exclude { get; }
    public abstract string ExcludeLabel(string first, string second);
    public abstract string Restore { get; }
    public abstract string ThreeUnits(string first, string second, string third);
    public abstract string MoreValues(string first);
    public abstract string Below(string first);
    public abstract string BelowOf(string first, string second);
    public abstract string UnitLabel { get; }
    public abstract string UnitMentions { get; }
    public abstract string UnitRecords { get; }
    public abstract string UnitPlans { get; }
    public abstract string ApplyFilters { get; }
    public abstract string CountOf(string first);
    public abstract string MorePassages(string first);
    public abstract string Source { get; }
    public abstract string OtherStyles { get; }
    public abstract string StyleOfficial { get; }
    public abstract string StyleShort { get; }
    public abstract string StyleReference { get; }
    public abstract string SeeInPlan { get; }
    public abstract string Excerpt { get; }
    public abstract string TitledPlans { get; }
    public abstract string ModeLabel { get; }
    public abstract string ModeAutoOption { get; }
    public abstract string ModeLiteralOption { get; }
    public abstract string ModeExpressionOption { get; }
    public abstract string SortLabel { get; }
    public abstract string SortDocument { get; }
    public abstract string SortRelevance { get; }
    public abstract string SortDensity { get; }
    public abstract string ExactOption { get; }
    public abstract string Update { get; }
    public abstract string AbsentAll(string first);
    public abstract string PagesNav { get; }
    public abstract string PreviousPage { get; }
    public abstract string PageOf(string first, string second);
    public abstract string NextPage { get; }
    public abstract string FirstPage { get; }
    public abstract string NothingTitle { get; }
    public abstract string NothingScope(string first);
    public abstract string NothingClear { get; }
    public abstract string NothingFold { get; }
    public abstract string NothingShorter { get; }
    public abstract string NothingReadings { get; }
    public abstract string NothingSee { get; }
    public abstract string NothingHelp { get; }
    public abstract string ReadingsTitle { get; }
    public abstract string PlaceStart { get; }
    public abstract string PlaceEntry(string first);
    public abstract string PlaceParagraph(string first);
    public abstract string PlacePage(string first);
    public abstract string Unknown { get; }
    public abstract string MentionsTitle { get; }
    public abstract string KwicCaption { get; }
    public abstract string KwicPlace { get; }
    public abstract string KwicLeft { get; }
    public abstract string KwicHit { get; }
    public abstract string KwicRight { get; }
    public abstract string OrderLabel { get; }
    public abstract string OrderDocument { get; }
    public abstract string OrderLeft { get; }
    public abstract string OrderRight { get; }
    public abstract string NeighboursTitle { get; }
    public abstract string NeighboursHint(string first);
    public abstract string NeighboursLeft { get; }
    public abstract string NeighboursRight { get; }
    public abstract string NeighboursEdge { get; }
    public abstract string NeighboursOthers { get; }
    public abstract string NeighboursWidth(string first);
    public abstract string SpreadTitle { get; }
    public abstract string SpreadHint { get; }
    public abstract string SpreadMore(string first);
    public abstract string SpreadPlan { get; }
    public abstract string SpreadCount { get; }
    public abstract string SpreadDensity { get; }
    public abstract string SpreadWhere { get; }
    public abstract string SpreadDrawn(string first, string second);
    public abstract string PlansLead(string first, string second);
    public abstract string PlansTable { get; }
    public abstract string PlansFilter { get; }
    public abstract string PlansAny { get; }
    public abstract string PlansTitleLike { get; }
    public abstract string PlansWithNotes { get; }
    public abstract string PlansNone { get; }
    public abstract string ColPlan { get; }
    public abstract string ColRegion { get; }
    public abstract string ColLevel { get; }
    public abstract string ColPeriod { get; }
    public abstract string ColType { get; }
    public abstract string ColState { get; }
    public abstract string ColText { get; }
    public abstract string ColCharacters { get; }
    public abstract string ColSections { get; }
    public abstract string ColBoxes { get; }
    public abstract string ColWarnings { get; }
    public abstract string ColLedger { get; }
    public abstract string See { get; }
    public abstract string LedgerOf(string first);
    public abstract string FailuresTitle { get; }
    public abstract string WarningsTitle { get; }
    public abstract string SourceFile { get; }
    public abstract string MetadataTitle { get; }
    public abstract string MetadataLead { get; }
    public abstract string MetadataExport(string first);
    public abstract string MetadataImport { get; }
    public abstract string MetadataFile { get; }
    public abstract string MetadataDone(string first, string second, string third);
    public abstract string LedgerTitle { get; }
    public abstract string LedgerFile { get; }
    public abstract string LedgerBytes(string first, string second);
    public abstract string LedgerFormat { get; }
    public abstract string LedgerReadBy(string format, string program);
    public abstract string LedgerEncoding { get; }
    public abstract string LedgerDigest { get; }
    public abstract string LedgerComplete { get; }
    public abstract string LedgerIsComplete { get; }
    public abstract string LedgerIsPartial { get; }
    public abstract string LedgerMetadata { get; }
    public abstract string LedgerCharacters { get; }
    public abstract string LedgerLine(string first, string second, string third, string fourth, string fifth);
    public abstract string LedgerCaption { get; }
    public abstract string LedgerWhere { get; }
    public abstract string LedgerCount { get; }
    public abstract string LedgerBlanks { get; }
    public abstract string LedgerMarks { get; }
    public abstract string LedgerUnplaced { get; }
    public abstract string LedgerNotes(string first);
    public abstract string LedgerNotesCaption { get; }
    public abstract string LedgerLineColumn { get; }
    public abstract string LedgerNote { get; }
    public abstract string LedgerRule { get; }
    public abstract string LedgerWhole { get; }
    public abstract string MetaShort { get; }
    public abstract string MetaNumber { get; }
    public abstract string MetaIssuer { get; }
    public abstract string MetaDate { get; }
    public abstract string MetaUnknown { get; }
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
    public abstract string MentionNumber(string first, string second);
    public abstract string StepperNav { get; }
    public abstract string FoldedRun(string first, string second);
    public abstract string TableNamed(string first);
    public abstract string TableUnnamed { get; }
    public abstract string Characters(string first);
    public abstract string IndexBuilt(string first);
    public abstract string PlanCount(string first);
    public abstract string FailureCount(string first);
    public abstract string DataVersion { get; }
    public abstract string NoIndex { get; }
    public abstract string ApiText { get; }
    public abstract string TopicsLead { get; }
    public abstract string TopicsNone { get; }
    public abstract string TopicMembers { get; }
    public abstract string TopicExcluded { get; }
    public abstract string WhyHere { get; }
    public abstract string HelpMatch { get; }
    public abstract string HelpMatch1 { get; }
    public abstract string HelpMatch2 { get; }
    public abstract string HelpMatch3 { get; }
    public abstract string HelpCount { get; }
    public abstract string HelpMention { get; }
    public abstract string HelpRecord { get; }
    public abstract string HelpPlan { get; }
    public abstract string HelpCount2 { get; }
    public abstract string HelpQuery { get; }
    public abstract string HelpQueryTable { get; }
    public abstract string HelpForm { get; }
    public abstract string HelpMeaning { get; }
    public abstract string HelpAnd { get; }
    public abstract string HelpOr { get; }
    public abstract string HelpNot { get; }
    public abstract string HelpQuote { get; }
    public abstract string HelpGroup { get; }
    public abstract string HelpOpen { get; }
    public abstract string HelpQuery2 { get; }
    public abstract string HelpAbsent { get; }
    public abstract string HelpReading { get; }
    public abstract string HelpReading1 { get; }
    public abstract string HelpApi { get; }
    public abstract string HelpApi1 { get; }
    public abstract string SummaryPhrase { get; }
    public abstract string SummarySections(string first);
    public abstract string SummaryBoxes(string first);
    public abstract string SummaryTables(string first);
    public abstract string SummaryRecords(string first);
    public abstract string InsidePhrase { get; }
    public abstract string Sentence { get; }
    public abstract string RelatedTitle { get; }
    public abstract string RelatedAdd(string first);
    public abstract string TierTitle { get; }
    public abstract string TierLead(string first, string second, string third, string fourth);
    public abstract string TierMissing(string first);
    public abstract string TierAll { get; }
    public abstract string ZeroShow { get; }
    public abstract string ZeroHide { get; }
    public abstract string HelpNear { get; }
    public abstract string HelpScope { get; }
    public abstract string HelpOutside { get; }
    public abstract string HelpPattern { get; }
    public abstract string HelpField { get; }
    public abstract string HelpTopic { get; }
    public abstract string DownloadAll { get; }
    public abstract string CitationsFile { get; }
    public abstract string DownloadCitations { get; }
}
