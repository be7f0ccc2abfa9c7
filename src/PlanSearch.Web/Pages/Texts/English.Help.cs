using PlanSearch.Queries.Signs;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>The help and the keys.</summary>
internal sealed partial class English
{
    public override string KeysTitle => "Keyboard";
    public override string KeysClose => "Close";
    public override string KeySlash => "to the search box";
    public override string KeyNextHit => "next and previous result";
    public override string KeyNextMention => "next and previous mention";
    public override string KeyHelp => "show or close this list";
    public override string PromiseTitle => "All of it, and how we know";
    public override string Promise1 =>
        "Character by character, never by segmented words: a word cut by a page, a line or a footnote is found too.";
    public override string Promise2 =>
        "Every answer states what was searched, what was found, what was left out and what could not be searched.";
    public override string Promise3 => "Plans without a mention are listed apart; a fragment never proves absence.";
    public override string HelpMatch => "How it matches";
    public override string HelpMatch1 =>
        "Character by character; text is never cut into words. What you type is tried as it stands first. Text broken over lines and "
            + "pages or by footnotes has been joined.";
    public override string HelpMatch2 =>
        "Width, case and traditional glyphs are taken as the same; what is shown and exported is the source's glyph. “Glyph by glyph” "
            + "takes nothing as the same.";
    public override string HelpMatch3 =>
        "A word that begins or ends with letters or digits matches whole runs: 5G is not found in 15G. A * at that end lifts the rule.";
    public override string HelpCount => "How it counts";
    public override string HelpMention => "One occurrence; they do not overlap and are counted from the left.";
    public override string HelpRecord => "A section, a box or a table that holds it.";
    public override string HelpPlan => "A plan.";
    public override string HelpCount2 =>
        "Occurrences in contents pages, on covers and in page marks are counted apart. The search statement above every answer says all "
            + "of this and can be filed with it.";
    public override string HelpQuery => "Expressions";
    public override string HelpQueryTable => "How expressions are written";
    public override string HelpForm => "Form";
    public override string HelpMeaning => "Meaning";
    public override string HelpAnd => "both words within one section";
    public override string HelpOr => "either of them; | and 或 mean the same";
    public override string HelpNot => "the first without the second; also NOT, 非";
    public override string HelpQuote => "as it stands inside quotes";
    public override string HelpGroup => "brackets first";
    public override string HelpOpen => "also inside longer runs: 5GHz";
    public override string HelpQuery2 =>
        "Full-width brackets, quotes and bars are the same signs. An expression that cannot be read is answered with the place and a form "
            + "that can.";
    public override string HelpAbsent =>
        "“Not mentioned” lists complete plans only; fragments stand under “cannot be decided”, files that failed under “could not be "
            + "searched”.";
    public override string HelpReading => "Reading a plan";
    public override string HelpReading1 =>
        "Click a mention for the next one; beside the current one stand previous, next and cite. The filters of the search hold here too. "
            + "The ¶ of a paragraph gives its citation in three styles and its permalink, below it; “cite the selection” copies what is "
            + "selected with its citation.";
    public override string HelpApi => "API";
    public override string HelpApi1 =>
        "Pages and API take the same parameters and give the same numbers: /api/v1/search instead of /search answers JSON.";
    public override string HelpPair(PairOperator row) => row.InEnglish;
    public override string HelpScope =>
        "within one sentence; also " + string.Join(", ", QueryScopes.All.Skip(1).Select(row => $"{row.Name} {row.InEnglish}"));
    public override string HelpOutside =>
        "能源, but not inside 新能源; above the results the longer words are listed, and “exclude” writes this";
    public override string HelpPattern => "? is one character, * up to ten";
    public override string HelpField => "in headings only; also by box, region, level, period, type, part, section";
    public override string HelpTopic => "every word of a topic, see Topics";
    public override string HelpManuals => "Manuals (with the program, in Chinese)";
    public override string HelpTopicOff => "the topic without some of its words";
    public override string HelpTopics1 =>
        "A topic is a set of words, any of which counts. Above its results stands each word with its count; untick it and search again to "
            + "leave it out. The state is in the query, to be kept and passed on. The page of a topic has the counts of its words and "
            + "words found in the plans that it may lack, for a person to decide on.";
    public override string HelpFilters1 =>
        "Ticks apply at once (without script, by the button). Several ticks of one group mean any of them, groups together mean all; "
            + "“exclude” takes a value away. The counts of a group stand under all the other filters.";
    public override string HelpMentions1 =>
        "A line for each occurrence, its context aligned, those of a plan together, 50 or 100 a page; filtered, or sorted by what stands "
            + "left or right, if you like. All of them can be had as a workbook, CSV, JSON lines or citations, without a cap; each file "
            + "ends with the statement of the search, and one without it is not whole.";
    public override string HelpCertificate1 =>
        "It says how the query was read, which filters and topic words held, how many plans were searched, what was counted, what was "
            + "left out or could not be searched, and which data it was. File it with a report, so that others can check.";
    public override string HelpPlans1 =>
        "Every plan with its ingest report, and the files that could not be taken with the reason. Who has the write key adds, replaces, "
            + "corrects and removes plans there.";
    public override string HelpPortal1 =>
        "The search can be put into a portal: as an element, a frame, a form, or a search of the browser.";
}
