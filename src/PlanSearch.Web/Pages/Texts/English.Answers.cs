namespace PlanSearch.Web.Pages.Texts;

/// <summary>What is found, in which order, and the proof of it.</summary>
internal sealed partial class English
{
    public override string ListMore => "List more here";
    public override string ListedSoFar(string first) => $"{first} listed";
    public override string ListMoreFailed => "The rest could not be loaded; try again.";
    public override string ReadAs => "Read as: ";
    public override string AbsentTitle => "Plans without a mention";
    public override string AndLeftOut(string first) => $"; {first} not counted";
    public override string ShowAside => "show them";
    public override string HideAside => "hide them";
    public override string AsideTitle => "Occurrences not counted";
    public override string AsideHint => "Occurrences in contents pages, covers and page marks: neither counted nor exported.";
    public override string AsideCut(string first) => $"The first {Counted(first, "line")} only.";
    public override string OfThemPartial(string first) => $"; fragments among the plans: {first}";
    public override string LeftToc(string first) => $"{first} in contents pages";
    public override string LeftCover(string first) => $"{first} on covers";
    public override string LeftNoise(string first) => $"{first} in page marks";
    public override string LeftRuns(string first) => $"{first} in longer runs of letters and digits";
    public override string SomeNotSearched(string first) => $"{Counted(first, "file")} could not be searched, see the search statement.";
    public override string CertificateTitle => "Search statement (verifiable)";
    public override string CertQuery => "Query";
    public override string CertReadAs => "Read as";
    public override string CertNormal => "Normal form";
    public override string CertMode => "Mode";
    public override string ModeLiteral => "as it stands";
    public override string ModeExpression => "expression";
    public override string ModeExact => ", glyph by glyph";
    public override string ModeFolded => ", width, case and traditional glyphs alike";
    public override string CertFilters => "Filters";
    public override string CertCounted => "Counted";
    public override string CertCountedLine(string first, string second, string third) =>
        $"{Counted(first, "mention")}, {Counted(second, "section")}, {Counted(third, "plan")}";
    public override string CertScope => "Searched";
    public override string CertScopeLine(string first, string second, string third) =>
        $"{Counted(first, "plan")}, {second} of them without a mention; {Counted(third, "fragment")}";
    public override string CertVerified => "Verified";
    public override string CertVerifiedLine(string plans) =>
        $"{Counted(plans, "plan")} read and decided one by one, all others counted by the cluster";
    public override string CertLeftOut => "Not counted";
    public override string CertNotSearched => "Not searched";
    public override string CertComplete => "Complete";
    public override string CertIsComplete => "yes: every file of the collection was searched";
    public override string CertIsNotComplete => "no: some files could not be searched";
    public override string CertData => "Data version";
    public override string CertDigest => "digest";
    public override string CertVersions => "Program versions";
    public override string CertTime => "Time (Beijing time)";
    public override string AbsentCounts(string first, string second, string third) =>
        $"{first} not mentioned · {second} undecidable (fragments) · {third} not searched";
    public override string AbsentNot => "Not mentioned in the full text";
    public override string AbsentUndecidable => "Fragments: cannot be decided";
    public override string AbsentNotSearched => "Could not be searched";
    public override string FaultTitle => "Cannot search";
    public override string FaultPlace(string first) => $"character {first}";
    public override string FaultEnd => "(end)";
    public override string FaultProposal => "Try:";
    public override string FaultFirstPage => "Search again from the first page";
    public override string FaultGoHome => "Home";
    public override string FaultCode(string first, string second) => $"Code {first}, {second}";
    public override string FaultNotFound => "Not found";
    public override string FaultUnavailable => "Cannot answer now";
    public override string FaultBad => "Bad request";
    public override string ChipsLabel => "Filters in force";
    public override string ChipRemove(string first, string second) => $"Remove filter {first}: {second}";
    public override string ChipRestore(string first, string second) => $"Stop excluding {first}: {second}";
    public override string ChipsClear => "Clear all";
    public override string Exclude => "exclude";
    public override string ExcludeLabel(string first, string second) => $"Exclude {first}: {second}";
    public override string Restore => "restore";
    public override string ThreeUnits(string first, string second, string third) =>
        $"{Counted(first, "mention")}, {Counted(second, "section")}, {Counted(third, "plan")}";
    public override string AllValues(string first) => $"All {first}";
    public override string Below(string first) => $"{first} below";
    public override string BelowOf(string first, string second) => $"{second} below {first}";
    public override string UnitLabel => "Count by";
    public override string UnitMentions => "mentions";
    public override string UnitRecords => "sections";
    public override string UnitPlans => "plans";
    public override string ApplyFilters => "Apply";
    public override string MoreMentions(string first) => $"{first} more in this section";
    public override string Unfold(string first) => $"Show the other {first}";
    public override string SeeInPlan => "See this mention in the plan";
    public override string TitledPlans => "Plans of this title";
    public override string ModeLabel => "Read as";
    public override string ModeAutoOption => "automatic";
    public override string ModeLiteralOption => "text as it stands";
    public override string ModeExpressionOption => "expression";
    public override string SortLabel => "Order";
    public override string SortDocument => "document order";
    public override string SortRelevance => "relevance";
    public override string SortDensity => "density (per 10,000 characters)";
    public override string SortDate => "date of the plan (newest first)";
    public override string SortTitle => "title";
    public override string SortDivision => "division";
    public override string ExactOption => "glyph by glyph";
    public override string AbsentAll => "List all";
    public override string NotSearchedAll(string first) => $"List all {Counted(first, "file")}";
    public override string NothingTitle => "Nothing found";
    public override string NothingScope(string first) =>
        $"It does not occur in text, boxes, tables or footnotes of the {Counted(first, "plan")} searched.";
    public override string NothingClear => "Search again without filters";
    public override string NothingFold => "Search again with width, case and traditional glyphs alike";
    public override string NothingShorter => "Try a shorter word: matching is by character, shorter words occur more often.";
    public override string NothingReadings => "See the other readings above, or the";
    public override string NothingSee => "See";
    public override string NothingHelp => "help on expressions";
    public override string MeantTitle => "Did you mean";
    public override string ReadingsTitle => "Other readings (not counted)";
    public override string KwicCaption => "Every mention with its surroundings and its place";
    public override string KwicPlace => "Plan and place";
    public override string KwicLeft => "Before";
    public override string KwicHit => "Mention";
    public override string KwicRight => "After";
    public override string OrderLabel => "Arranged";
    public override string SizeLabel => "Mentions a page";
    public override string OrderDocument => "document order";
    public override string OrderLeft => "by what stands before";
    public override string OrderRight => "by what stands after";
    public override string NeighboursTitle => "Neighbours";
    public override string NeighboursHint(string first) =>
        $"Grouped by the {Counted(first, "character")} next to the mention; “exclude” writes the word into the query.";
    public override string NeighboursLeft => "Before";
    public override string NeighboursRight => "After";
    public override string NeighboursEdge => "(punctuation or edge)";
    public override string NeighboursOthers => "others";
    public override string NeighboursWidth(string first) => Counted(first, "character");
    public override string CollocatesByWords => "Words";
    public override string CollocatesNear => "In the same sentence";
    public override string CollocatesHint(string first, string second) =>
        $"Seen in {Counted(first, "mention")}: the words next to them, and those within 20 characters of the same sentence that are there "
            + $"more often than by chance. The strength is the log-likelihood G²; above {second} chance is ruled out at 1 %, below 0 a "
            + "word is rarer than elsewhere.";
    public override string CollocatesWord => "Word";
    public override string CollocatesHere => "Here";
    public override string CollocatesInPlans => "In the plans";
    public override string CollocatesStrength => "Strength";
    public override string SpreadTitle => "Where the mentions stand in each plan";
    public override string SpreadHint => "From left to right is the plan from beginning to end; longer lines are denser stretches.";
    public override string SpreadMore(string first) => $"Not drawn: {first} more {Noun(first, "plan")} with fewer mentions.";
    public override string SpreadPlan => "Plan";
    public override string SpreadCount => "Mentions";
    public override string SpreadDensity => "Per 10,000";
    public override string SpreadWhere => "Where";
    public override string SpreadDrawn(string first, string second) =>
        $"{first}: {Counted(second, "mention")}, spread from beginning to end";
    public override string WhyHere => "Why here";
    public override string SummaryNothing(string first) => $"Not found in the {{0}} {Noun(first, "plan")} searched";
    public override string QuoteNumber => "To cite this number:";
    public override string ResearchTools => "Research tools";
    public override string MoreFormats => "More";
    public override string SummaryPhrase(string first, string third) =>
        $"In {{0}} {Noun(first, "plan")}, {{1}}: {{2}} {Noun(third, "mention")}";
    public override string SummarySections(string first) => Counted(first, "section");
    public override string SummaryBoxes(string first) => Counted(first, "box");
    public override string SummaryTables(string first) => Counted(first, "table");
    public override string SummaryRecords(string first) => $"{Counted(first, "section")} (boxes and tables included)";
    public override string LongerTitle => "Inside longer words (each can be excluded):";
    public override string LongerLookedAt(string first) => $"(words found in {first} of the mentions; counts are of all)";
    public override string RelatedTitle => "Said in other words (not counted; click to add):";
    public override string WordsTitle => "Related search · ranked by words, not every mention";
    public override string WordsCounts(string first, string second, string third) =>
        $"These words: {Counted(first, "mention")} in {Counted(second, "section")} of {Counted(third, "plan")}.";
    public override string WordsHint =>
        "Each number is the word’s own, they are not added up; click a word to leave it out or bring it back.";
    public override string WordsRespelled(string first, string second) => $"“{first}” does not occur; looked for “{second}”.";
    public override string WordsMissing(string first) => $"Occurs nowhere, and nothing else is known for it: {first}";
    public override string WordsAll => "See all";
    public override string WordSource(string first) => first switch
    {
        "question" => "a word of the question",
        "spelling" => "what may have been meant",
        "paraphrase" => "what plans write for it",
        "topic" => "of the same topic",
        _ => "part of a word",
    };

    public override string PlaceApplied(string first, string second) => $"Filtered by “{first}” ({second})";
    public override string PlaceUndo(string first) => $"Do not filter by “{first}”";
    public override string HitHas => "Has";
    public override string HitLacks => "Lacks";
    public override string AskInWords => "Related search";
    public override string AskInWordsHint => "Sections ranked by words; not every mention";
    public override string AskExactly => "Exact search";
    public override string AskExactlyHint => "Every mention, none left out";
    public override string ZeroShow => "Show values without a mention";
    public override string ZeroHide => "Hide values without a mention";
    public override string DownloadAll => "Download all";
    public override string CitationsFile => "Citations";
}
