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
    public override string UpkeepCorrectHint => "Only what is changed is written; an emptied field goes back to what the plan itself says. It is kept in a .meta.yaml file beside the plan, which stays as it is.";
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
}
