using PlanSearch.Answers.Clips;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>摘录夹: picking, arranging, taking along.</summary>
internal sealed partial class English
{
    public override string ClipContextName(ClipContext context) => context switch
    {
        Answers.Clips.ClipContext.Block => "the paragraph",
        Answers.Clips.ClipContext.Entry => "the whole entry",
        _ => "its sentence",
    };

    public override string NavClips(string first) => $"Excerpts ({first})";
    public override string PickButton => "Put into the folder";
    public override string PickOne(string first) => $"Excerpt: {first}";
    public override string PickRecord(string first) => $"Excerpt this section: {Counted(first, "mention")}";
    public override string PickPage => "Excerpt all of this page";
    public override string PickedSoFar(string first) => $"{first} ticked";
    public override string PickSelection => "Excerpt the selection";
    public override string PickAll => "Tick all on this page";
    public override string PickBlock => "Put this paragraph into the folder";
    public override string TooManyForWord(string first) => $"DOCX takes {Counted(first, "mention")}; use XLSX here";
    public override string ClipsTitle => "Folder of excerpts";
    public override string ClipsLead =>
        "The folder is empty. Tick excerpts in search results, in every-mention lists and while reading, put them into the folder, "
            + "arrange them here and export a Word table.";
    public override string ClipsAdded(string first, string second) => $"{first} added; the folder has {second} now.";
    public override string ClipsRefused(string first) =>
        $"{first} could not be added: the plans have changed since the page was shown. Search again and tick anew.";
    public override string ClipsMissing(string first) =>
        $"The text of {first} has changed or is gone; each says so below, and in every export.";
    public override string ClipsName => "Name";
    public override string ClipsNameExample => "e.g. hydrogen";
    public override string ClipsSave => "Save changes";
    public override string ClipsExport => "Export";
    public override string ClipsKeep => "Save as file";
    public override string ClipsContextOfAll => "Excerpt of each";
    public override string ClipsApply => "Apply to all";
    public override string ClipsClear => "Empty the folder";
    public override string ClipsLink => "Link of this folder";
    public override string ClipsLinkLead =>
        "The whole folder is in this link; the server keeps nothing. Keep it or send it: opening it shows this folder.";
    public override string ClipsTooLong(string first) =>
        $"The folder is longer than {Counted(first, "sign")} and fits no link: save it as a file and open it here again.";
    public override string ClipsFile => "Folder file (.json)";
    public override string ClipsOpen => "Open";
    public override string ClipsOpenHint => "It is shown first; then you choose whether it replaces your folder or joins it.";
    public override string ClipsForeignLabel => "A folder from a link or a file";
    public override string ClipsForeign(string first) =>
        $"This folder comes from a link or a file; your own has {Counted(first, "excerpt")} and is unchanged. What you tick elsewhere "
            + "goes into your own.";
    public override string ClipsOverflow(string first, string second) =>
        $"This folder has {Counted(first, "excerpt")}, more than the browser keeps: it is on this page only, so save it as a file before "
            + $"you leave. The one the browser keeps still has {second}.";
    public override string ClipsAdopt => "Make it mine";
    public override string ClipsMerge => "Add it to my folder";
    public override string ClipsMine => "Back to my folder";
    public override string ClipsProof(string first, string second) => $"{Counted(first, "excerpt")} from {Counted(second, "plan")}";
    public override string ClipsHold(string first) => $"({first} in this folder)";
    public override string ClipUp(string first) => $"Move {first} up";
    public override string ClipDown(string first) => $"Move {first} down";
    public override string ClipRemove(string first) => $"Remove {first}";
    public override string ClipRemoveShort => "Remove";
    public override string ClipChanged(string first) => $"“{first}”: the text has changed or is gone; nothing was excerpted.";
    public override string ClipGone(string first, string second) =>
        $"“{first}”: the plan {second} is no longer in the collection; nothing was excerpted.";
    public override string ClipLookAgain(string first) => $"Look for “{first}” in this plan again";
    public override string ClipContext => "Excerpt";
    public override string ClipAspect => "Aspect";
    public override string ClipNote => "Note";
    public override string HelpClips1 =>
        "Tick excerpts in search results, in every-mention lists and while reading, or select text; in the folder choose how much is "
            + "excerpted, name an aspect, note, order with ↑ ↓, and export Word (table, excerpts with footnotes, search statement), XLSX "
            + "or text.";
    public override string HelpClips2 =>
        "The folder is not on the server: the browser keeps the one in use until it is closed; its link or file keeps it for good. After "
            + "an update every excerpt whose text has changed says so.";
}
