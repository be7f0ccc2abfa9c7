
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The list of plans, what is known of each, and the topics.</summary>
internal sealed partial class English
{
    public override string PlansUnit => "plans";
    public override string PagesNav => "Pages";
    public override string PreviousPage => "Previous page";
    public override string PageOf(string first, string second) => $"Page {first} of {second}";
    public override string PlansLead(string first, string second) =>
        $"{second} of {Counted(first, "plan")}. A fragment has gaps in its numbering; for notes see its ingest report.";
    public override string PlansTable => "Table of plans";
    public override string PlansFilter => "Filter the list";
    public override string PlansAny => "any";
    public override string PlansTitleLike => "Title holds";
    public override string PlansWithNotes => "with notes only";
    public override string PlansNone => "No plan fits.";
    public override string EmptyTitle => "There are no plans yet";
    public override string EmptyFolder =>
        "Put plan files (PDF, DOCX, OFD, WPS, HTML, TXT and others) into the plans folder (setting PlanSearch__Plans), then start the "
            + "service again or run plansearch index.";
    public override string EmptyUpload => "Or upload them on the page of plans.";
    public override string EmptyNoKey => "With a write key (PlanSearch__WriteKeys) they can be uploaded on the page as well.";
    public override string ColPlan => "Plan";
    public override string ColRegion => "Region";
    public override string ColLevel => "Level";
    public override string ColPeriod => "Period";
    public override string ColType => "Type";
    public override string ColState => "State";
    public override string ColText => "Text";
    public override string ColCharacters => "Characters";
    public override string ColSections => "Sections";
    public override string ColBoxes => "Boxes";
    public override string ColWarnings => "Notes";
    public override string ColLedger => "Ingest report";
    public override string See => "see";
    public override string LedgerOf(string first) => $"Ingest report of {first}";
    public override string FailuresTitle => "Files that are not in the collection";
    public override string WarningsTitle => "Notes of the ingest";
    public override string MetadataTitle => "Metadata table: export and import";
    public override string MetadataLead =>
        "The table has a row for each plan; correct it in a spreadsheet and bring it back. The column 编号 says which plan a row is about; "
            + "an empty cell takes back what was corrected, a missing column is not touched, a column of your own becomes a filter. Rows "
            + "that cannot be taken are named with line and reason; the others are taken.";
    public override string MetadataExport(string first) => $"Export {first}";
    public override string MetadataImport => "Import";
    public override string MetadataFile => "Table (CSV or XLSX)";
    public override string MetadataDone(string first, string second, string third) =>
        $"{Counted(first, "plan")} changed, {second} unchanged, {third} rows or columns not taken";
    public override string LedgerTitle => "Ingest report";
    public override string LedgerFile => "File";
    public override string LedgerBytes(string first, string second) => $"{first}, {Counted(second, "byte")}";
    public override string LedgerFormat => "Format";
    public override string LedgerReadBy(string format, string program) => $"{format}, read by {program}";
    public override string LedgerEncoding => "Encoding";
    public override string LedgerDigest => "Digest of the text";
    public override string LedgerComplete => "Completeness";
    public override string LedgerIsComplete => "full text: the numbering has no gaps";
    public override string LedgerIsPartial => "fragment: the numbering has gaps, see below";
    public override string LedgerMetadata => "About the plan";
    public override string LedgerCharacters => "Where the characters went";
    public override string LedgerLine(string first, string second, string third, string fourth, string fifth) =>
        $"{Counted(first, "line")}, {Counted(second, "character")}; {Counted(third, "break")} joined, {Counted(fourth, "box")}, "
            + $"{Counted(fifth, "table")}.";
    public override string LedgerCaption => "Characters by where they went";
    public override string LedgerWhere => "Where";
    public override string LedgerCount => "Characters";
    public override string LedgerBlanks => "blanks left out";
    public override string LedgerMarks => "typesetting marks left out";
    public override string LedgerUnplaced => "nowhere (must be 0)";
    public override string LedgerNotes(string first) => $"Notes ({first})";
    public override string LedgerNotesCaption => "Notes by line";
    public override string LedgerLineColumn => "Line";
    public override string LedgerNote => "Note";
    public override string Details => "Details";
    public override string LedgerRule => "Rule";
    public override string LedgerWhole => "whole";
    public override string MetaShort => "Short title";
    public override string MetaNumber => "Document number";
    public override string MetaIssuer => "Issuer";
    public override string MetaDate => "Date";
    public override string MetaUnknown => "Not recognized";
    public override string TopicsLead =>
        "A topic is a set of words: asking for it asks for each of them; what stands inside an excluded word is not counted.";
    public override string TopicsLike => "Name or word has";
    public override string TopicsFilter => "Filter topics";
    public override string TopicsShown(string first, string second) => $"{first} of {second}";
    public override string TopicsNone => "There are no topics. Put a topics.yaml into the folder of reference data.";
    public override string TopicMembers => "Words";
    public override string TopicExcluded => "Excluded";
}
