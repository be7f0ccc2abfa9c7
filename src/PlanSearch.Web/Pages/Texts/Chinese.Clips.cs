using PlanSearch.Answers.Clips;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>摘录夹: picking, arranging, taking along.</summary>
internal sealed partial class Chinese
{
    public override string ClipContextName(ClipContext context) => context switch
    {
        Answers.Clips.ClipContext.Block => "整段",
        Answers.Clips.ClipContext.Entry => "整个条目",
        _ => "所在的句",
    };

    public override string NavClips(string first) => $"摘录夹（{first}）";
    public override string PickButton => "放入摘录夹";
    public override string PickOne(string first) => $"摘录：{first}";
    public override string PickRecord(string first) => $"摘录全部 {first} 处";
    public override string PickPage => "摘录本页全部";
    public override string PickedSoFar(string first) => $"已勾选 {first} 处";
    public override string PickSelection => "摘录所选文字";
    public override string PickAll => "全选本页";
    public override string PickBlock => "把这一段放入摘录夹";
    public override string TooManyForWord(string first) => $"DOCX 至多 {first} 处，这里请用 XLSX";
    public override string ClipsTitle => "摘录夹";
    public override string ClipsLead => "夹里还没有摘录。在检索结果、逐处查看和阅读页上勾选，按“放入摘录夹”，再到这里排序、注明方面，导出为 Word 对照表。";
    public override string ClipsAdded(string first, string second) => $"已放入 {first} 条，夹里现有 {second} 条。";
    public override string ClipsRefused(string first) => $"有 {first} 条没有放入：勾选之后规划已更新，原位置的文字不在了。请重新检索再勾选。";
    public override string ClipsMissing(string first) => $"有 {first} 条的原文已更改或已不在库中，逐条注明在下面，导出的文件中也会注明。";
    public override string ClipsName => "名称";
    public override string ClipsNameExample => "如：氢能与营商环境";
    public override string ClipsSave => "保存修改";
    public override string ClipsExport => "导出";
    public override string ClipsKeep => "存为文件";
    public override string ClipsContextOfAll => "各条一律摘";
    public override string ClipsApply => "用于全部";
    public override string ClipsClear => "清空摘录夹";
    public override string ClipsLink => "这一夹的链接";
    public override string ClipsLinkLead => "整个摘录夹都在这个链接里，服务器不保存。收藏或发给同事，打开即是这一夹。";
    public override string ClipsTooLong(string first) => $"这一夹超过 {first} 个字符，放不进链接：请“存为文件”，下次在这里打开。";
    public override string ClipsFile => "摘录夹文件（.json）";
    public override string ClipsOpen => "打开";
    public override string ClipsOpenHint => "打开后先显示，再由您决定换成这一夹还是并入现有的一夹。";
    public override string ClipsForeignLabel => "来自链接或文件的摘录夹";
    public override string ClipsForeign(string first) => $"这是来自链接或文件的摘录夹；您自己的一夹现有 {first} 条，没有改动。在别的页面勾选的会放入您自己的一夹。";
    public override string ClipsOverflow(string first, string second) =>
        $"这一夹有 {first} 条，浏览器里放不下，只在本页上：离开之前请“存为文件”。浏览器里留着的一夹仍是 {second} 条。";
    public override string ClipsAdopt => "换成这一夹";
    public override string ClipsMerge => "并入我的摘录夹";
    public override string ClipsMine => "回到我的摘录夹";
    public override string ClipsProof(string first, string second) => $"摘录 {first} 条，出自 {second} 份规划";
    public override string ClipsHold(string first) => $"（本夹收录 {first} 处）";
    public override string ClipUp(string first) => $"第 {first} 条上移";
    public override string ClipDown(string first) => $"第 {first} 条下移";
    public override string ClipRemove(string first) => $"移除第 {first} 条";
    public override string ClipRemoveShort => "移除";
    public override string ClipChanged(string first) => $"“{first}”：原文已更改或删去，没有摘录。";
    public override string ClipGone(string first, string second) => $"“{first}”：规划 {second} 已不在库中，没有摘录。";
    public override string ClipLookAgain(string first) => $"在这份规划中再查“{first}”";
    public override string ClipContext => "摘录范围";
    public override string ClipAspect => "方面";
    public override string ClipNote => "注";
    public override string HelpClips1 =>
        "在检索结果、逐处查看和阅读页上勾选，或选取文字，放入摘录夹；在摘录夹里选摘录范围（句、段、条目），写方面和注，用 ↑ ↓ 排序，导出 Word（对照表、带脚注的分地区摘录、检索说明）、XLSX 或文本。";
    public override string HelpClips2 => "摘录夹不在服务器上：正在用的一夹由浏览器记到关闭为止，长久保存用它的链接或文件。规划更新后，原文有改动的摘录会逐条注明，不会悄悄变样。";
}
