namespace PlanSearch.Web.Pages.Texts;

/// <summary>Adding, correcting, replacing and removing plans.</summary>
internal sealed partial class English
{
    public override string ColUpkeep => "Upkeep";
    public override string MetaTitle => "Title";
    public override string UpkeepAdd => "Add a plan";
    public override string UpkeepAddHint => "Send a file; it can be searched as soon as it is taken in";
    public override string UpkeepAddButton => "Send";
    public override string UpkeepKey => "Write key";
    public override string UpkeepId => "Id";
    public override string UpkeepIdHint => "The name of the file if empty";
    public override string UpkeepFile => "File";
    public override string UpkeepEdit => "Edit";
    public override string UpkeepOf(string first) => $"Upkeep of {first}";
    public override string UpkeepCorrect => "Correct what is known of it";
    public override string UpkeepCorrectHint =>
        "Only what is changed is written; an emptied field goes back to what the plan itself says. It is kept in a .meta.yaml file beside "
            + "the plan, which stays as it is.";
    public override string UpkeepUnknown => "Not recognized";
    public override string UpkeepRegion => "Region (levels parted by /)";
    public override string UpkeepColumn => "A further column (becomes a facet)";
    public override string UpkeepColumnValue => "Its value";
    public override string UpkeepSave => "Save";
    public override string UpkeepLeave => "Leave as it is";
    public override string UpkeepReplace => "Replace the file";
    public override string UpkeepReplaceHint => "Another file takes its place; corrections stay.";
    public override string UpkeepReplaceButton => "Replace";
    public override string UpkeepRemove => "Remove";
    public override string UpkeepRemoveHint => "With its file and its corrections; this cannot be taken back.";
    public override string UpkeepSure(string first) => $"Yes, remove {first}";
    public override string UpkeepRemoveButton => "Remove";
    public override string UpkeepAdded(string first) => $"Added: {first}. It can be searched now.";
    public override string UpkeepCorrected(string first) => $"Corrected: {first}. Searches and filters follow it now.";
    public override string UpkeepReplaced(string first) => $"Replaced: {first}. The new file is searched now.";
    public override string UpkeepRemoved(string first) => $"Removed: {first}.";
    public override string CorrectLine => "Correct this line";
    public override string CorrectTitle(string first) => $"Correct line {first}";
    public override string CorrectIs(string first) => $"now: {first}";
    public override string CorrectGoesOn => "goes on with the line before";
    public override string CorrectHint =>
        "Written to the .outline.yaml file beside the plan by the words of the line; the plan stays as it is. "
        + "It holds when the file is replaced; where the line is gone it is listed and applied nowhere.";
    public override string CorrectWhat => "What it is";
    public override string CorrectChoose => "Choose";
    public override string CorrectHeading(string first) => $"Heading of depth {first}";
    public override string CorrectItem => "Item of a list or box";
    public override string CorrectText => "Text";
    public override string CorrectBoxEnd => "Last line of its box";
    public override string CorrectBy => "Name";
    public override string CorrectSave => "Save";
    public override string ByHandTitle => "Corrected and confirmed by hand";
    public override string ByHandDone => "Saved. Searches, citations and the outline follow it now.";
    public override string ByHandHint => "To correct a line, follow its number in the notes below, or on the reading page:";
    public override string CorrectionsCaption => "Corrections";
    public override string CorrectionWords => "First words";
    public override string CorrectionNowhere => "nowhere";
    public override string CorrectionUndo => "Choose";
    public override string CorrectionUndoOf(string first) => $"Choose {first}";
    public override string CorrectionUndoButton => "Take back the chosen one";
    public override string Confirmed => "Confirmed";
    public override string Unconfirmed => "To be confirmed again";
    public override string ConfirmedBy(string first, string second) => $"{first}, {second}";
    public override string ConfirmTitle => "Confirm";
    public override string ConfirmHint =>
        "What was looked at and is right is confirmed: the outline is no longer in doubt. "
        + "It lapses when the plan, its corrections or the rules give something else.";
    public override string ConfirmWhat => "What is confirmed";
    public override string ConfirmButton => "Confirm";
    public override string ConfirmWithdraw => "Take it back";
    public override string PlansConfirmed => "Confirmed only";
    public override string ConfirmedPart(string part) => part switch
    {
        "outline" => "outline",
        "tables" => "tables",
        _ => "what is known of it",
    };
}
