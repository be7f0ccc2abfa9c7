
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The list of plans, what is known of each, and the topics.</summary>
internal abstract partial class PageTexts
{
    public abstract string PlansUnit { get; }
    public abstract string PagesNav { get; }
    public abstract string PreviousPage { get; }
    public abstract string PageOf(string first, string second);
    public abstract string PlansLead(string first, string second);
    public abstract string PlansTable { get; }
    public abstract string PlansFilter { get; }
    public abstract string PlansAny { get; }
    public abstract string PlansTitleLike { get; }
    public abstract string PlansWithNotes { get; }
    public abstract string PlansNone { get; }
    public abstract string EmptyTitle { get; }
    public abstract string EmptyFolder { get; }
    public abstract string EmptyUpload { get; }
    public abstract string EmptyNoKey { get; }
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
    public abstract string Details { get; }
    public abstract string LedgerRule { get; }
    public abstract string LedgerWhole { get; }
    public abstract string MetaShort { get; }
    public abstract string MetaNumber { get; }
    public abstract string MetaIssuer { get; }
    public abstract string MetaDate { get; }
    public abstract string MetaUnknown { get; }
    public abstract string TopicsLead { get; }
    public abstract string TopicsLike { get; }
    public abstract string TopicsFilter { get; }
    public abstract string TopicsShown(string first, string second);
    public abstract string TopicsNone { get; }
    public abstract string TopicMembers { get; }
    public abstract string TopicExcluded { get; }
}
