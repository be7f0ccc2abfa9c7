namespace PlanSearch.Web.Pages.Texts;

/// <summary>Adding, correcting, replacing and removing plans.</summary>
internal abstract partial class PageTexts
{
    public abstract string ColUpkeep { get; }
    public abstract string MetaTitle { get; }
    public abstract string UpkeepAdd { get; }
    public abstract string UpkeepAddHint { get; }
    public abstract string UpkeepAddButton { get; }
    public abstract string UpkeepKey { get; }
    public abstract string UpkeepId { get; }
    public abstract string UpkeepIdHint { get; }
    public abstract string UpkeepFile { get; }
    public abstract string UpkeepEdit { get; }
    public abstract string UpkeepOf(string first);
    public abstract string UpkeepCorrect { get; }
    public abstract string UpkeepCorrectHint { get; }
    public abstract string UpkeepUnknown { get; }
    public abstract string UpkeepRegion { get; }
    public abstract string UpkeepColumn { get; }
    public abstract string UpkeepColumnValue { get; }
    public abstract string UpkeepSave { get; }
    public abstract string UpkeepLeave { get; }
    public abstract string UpkeepReplace { get; }
    public abstract string UpkeepReplaceHint { get; }
    public abstract string UpkeepReplaceButton { get; }
    public abstract string UpkeepRemove { get; }
    public abstract string UpkeepRemoveHint { get; }
    public abstract string UpkeepSure(string first);
    public abstract string UpkeepRemoveButton { get; }
    public abstract string UpkeepAdded(string first);
    public abstract string UpkeepCorrected(string first);
    public abstract string UpkeepReplaced(string first);
    public abstract string UpkeepRemoved(string first);
}
