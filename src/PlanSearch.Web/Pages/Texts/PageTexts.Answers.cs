namespace PlanSearch.Web.Pages.Texts;

/// <summary>What is found, in which order, and the proof of it.</summary>
internal abstract partial class PageTexts
{
    public abstract string ListMore { get; }
    public abstract string ListedSoFar(string first);
    public abstract string ListMoreFailed { get; }
    public abstract string ReadAs { get; }
    public abstract string AbsentTitle { get; }
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
    public abstract string CertCounted { get; }
    public abstract string CertCountedLine(string first, string second, string third);
    public abstract string CertScope { get; }
    public abstract string CertScopeLine(string first, string second, string third);
    public abstract string CertVerified { get; }
    public abstract string CertVerifiedLine(string plans);
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
    public abstract string Exclude { get; }
    public abstract string ExcludeLabel(string first, string second);
    public abstract string Restore { get; }
    public abstract string ThreeUnits(string first, string second, string third);
    public abstract string AllValues(string first);
    public abstract string Below(string first);
    public abstract string BelowOf(string first, string second);
    public abstract string UnitLabel { get; }
    public abstract string UnitMentions { get; }
    public abstract string UnitRecords { get; }
    public abstract string UnitPlans { get; }
    public abstract string ApplyFilters { get; }
    public abstract string MoreMentions(string first);
    public abstract string Unfold(string first);
    public abstract string SeeInPlan { get; }
    public abstract string TitledPlans { get; }
    public abstract string ModeLabel { get; }
    public abstract string ModeAutoOption { get; }
    public abstract string ModeLiteralOption { get; }
    public abstract string ModeExpressionOption { get; }
    public abstract string SortLabel { get; }
    public abstract string SortDocument { get; }
    public abstract string SortRelevance { get; }
    public abstract string SortDensity { get; }
    public abstract string SortDate { get; }
    public abstract string SortTitle { get; }
    public abstract string SortDivision { get; }
    public abstract string ExactOption { get; }
    public abstract string AbsentAll { get; }
    public abstract string NotSearchedAll(string first);
    public abstract string NothingTitle { get; }
    public abstract string NothingScope(string first);
    public abstract string NothingClear { get; }
    public abstract string NothingFold { get; }
    public abstract string NothingShorter { get; }
    public abstract string NothingReadings { get; }
    public abstract string NothingSee { get; }
    public abstract string NothingHelp { get; }
    public abstract string MeantTitle { get; }
    public abstract string ReadingsTitle { get; }
    public abstract string KwicCaption { get; }
    public abstract string KwicPlace { get; }
    public abstract string KwicLeft { get; }
    public abstract string KwicHit { get; }
    public abstract string KwicRight { get; }
    public abstract string OrderLabel { get; }
    public abstract string SizeLabel { get; }
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
    public abstract string CollocatesByWords { get; }
    public abstract string CollocatesNear { get; }
    public abstract string CollocatesHint(string first, string second);
    public abstract string CollocatesWord { get; }
    public abstract string CollocatesHere { get; }
    public abstract string CollocatesInPlans { get; }
    public abstract string CollocatesStrength { get; }
    public abstract string SpreadTitle { get; }
    public abstract string SpreadHint { get; }
    public abstract string SpreadMore(string first);
    public abstract string SpreadPlan { get; }
    public abstract string SpreadCount { get; }
    public abstract string SpreadDensity { get; }
    public abstract string SpreadWhere { get; }
    public abstract string SpreadDrawn(string first, string second);
    public abstract string WhyHere { get; }
    public abstract string SummaryNothing(string first);
    public abstract string QuoteNumber { get; }
    public abstract string ResearchTools { get; }
    public abstract string MoreFormats { get; }
    public abstract string SummaryPhrase(string first, string third);
    public abstract string SummarySections(string first);
    public abstract string SummaryBoxes(string first);
    public abstract string SummaryTables(string first);
    public abstract string SummaryRecords(string first);
    public abstract string LongerTitle { get; }
    public abstract string LongerLookedAt(string first);
    public abstract string RelatedTitle { get; }
    public abstract string WordsTitle { get; }
    public abstract string WordsCounts(string first, string second, string third);
    public abstract string WordsHint { get; }
    public abstract string WordsRespelled(string first, string second);
    public abstract string WordsMissing(string first);
    public abstract string WordsAll { get; }
    public abstract string WordSource(string first);
    public abstract string PlaceApplied(string first, string second);
    public abstract string PlaceUndo(string first);
    public abstract string HitHas { get; }
    public abstract string HitLacks { get; }
    public abstract string AskInWords { get; }
    public abstract string AskInWordsHint { get; }
    public abstract string AskExactly { get; }
    public abstract string AskExactlyHint { get; }
    public abstract string ZeroShow { get; }
    public abstract string ZeroHide { get; }
    public abstract string DownloadAll { get; }
    public abstract string CitationsFile { get; }
}
