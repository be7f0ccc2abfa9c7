using PlanSearch.Answers.Clips;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>摘录夹: picking, arranging, taking along.</summary>
internal abstract partial class PageTexts
{
    /// <summary>What a context is called.</summary>
    public abstract string ClipContextName(ClipContext context);

    public abstract string NavClips(string first);
    public abstract string PickButton { get; }
    public abstract string PickOne(string first);
    public abstract string PickRecord(string first);
    public abstract string PickPage { get; }
    public abstract string PickedSoFar(string first);
    public abstract string PickSelection { get; }
    public abstract string PickAll { get; }
    public abstract string PickBlock { get; }
    public abstract string TooManyForWord(string first);
    public abstract string ClipsTitle { get; }
    public abstract string ClipsLead { get; }
    public abstract string ClipsAdded(string first, string second);
    public abstract string ClipsRefused(string first);
    public abstract string ClipsMissing(string first);
    public abstract string ClipsName { get; }
    public abstract string ClipsNameExample { get; }
    public abstract string ClipsSave { get; }
    public abstract string ClipsExport { get; }
    public abstract string ClipsKeep { get; }
    public abstract string ClipsContextOfAll { get; }
    public abstract string ClipsApply { get; }
    public abstract string ClipsClear { get; }
    public abstract string ClipsLink { get; }
    public abstract string ClipsLinkLead { get; }
    public abstract string ClipsTooLong(string first);
    public abstract string ClipsFile { get; }
    public abstract string ClipsOpen { get; }
    public abstract string ClipsOpenHint { get; }
    public abstract string ClipsForeignLabel { get; }
    public abstract string ClipsForeign(string first);
    public abstract string ClipsOverflow(string first, string second);
    public abstract string ClipsAdopt { get; }
    public abstract string ClipsMerge { get; }
    public abstract string ClipsMine { get; }
    public abstract string ClipsProof(string first, string second);
    public abstract string ClipsHold(string first);
    public abstract string ClipUp(string first);
    public abstract string ClipDown(string first);
    public abstract string ClipRemove(string first);
    public abstract string ClipRemoveShort { get; }
    public abstract string ClipChanged(string first);
    public abstract string ClipGone(string first, string second);
    public abstract string ClipLookAgain(string first);
    public abstract string ClipContext { get; }
    public abstract string ClipAspect { get; }
    public abstract string ClipNote { get; }
    public abstract string HelpClips1 { get; }
    public abstract string HelpClips2 { get; }
}
