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
    public abstract string CorrectLine { get; }
    public abstract string CorrectTitle(string first);
    public abstract string CorrectIs(string first);
    public abstract string CorrectGoesOn { get; }
    public abstract string CorrectHint { get; }
    public abstract string CorrectWhat { get; }
    public abstract string CorrectChoose { get; }
    public abstract string CorrectHeading(string first);
    public abstract string CorrectItem { get; }
    public abstract string CorrectText { get; }
    public abstract string CorrectBoxEnd { get; }
    public abstract string CorrectBy { get; }
    public abstract string CorrectSave { get; }
    public abstract string ByHandTitle { get; }
    public abstract string ByHandDone { get; }
    public abstract string ByHandHint { get; }
    public abstract string CorrectionsCaption { get; }
    public abstract string CorrectionWords { get; }
    public abstract string CorrectionNowhere { get; }
    public abstract string CorrectionUndo { get; }
    public abstract string CorrectionUndoOf(string first);
    public abstract string CorrectionUndoButton { get; }
    public abstract string Confirmed { get; }
    public abstract string Unconfirmed { get; }
    public abstract string ConfirmedBy(string first, string second);
    public abstract string ConfirmTitle { get; }
    public abstract string ConfirmHint { get; }
    public abstract string ConfirmWhat { get; }
    public abstract string ConfirmButton { get; }
    public abstract string ConfirmWithdraw { get; }
    public abstract string PlansConfirmed { get; }
    public abstract string ConfirmedPart(string part);
}
