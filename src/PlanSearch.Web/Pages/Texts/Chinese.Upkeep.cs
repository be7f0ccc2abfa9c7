namespace PlanSearch.Web.Pages.Texts;

/// <summary>Adding, correcting, replacing and removing plans.</summary>
internal sealed partial class Chinese
{
    public override string ColUpkeep => "更正";
    public override string MetaTitle => "题名";
    public override string UpkeepAdd => "新增规划";
    public override string UpkeepAddHint => "上传一个文件，入库后即可检索";
    public override string UpkeepAddButton => "上传入库";
    public override string UpkeepKey => "录入密钥";
    public override string UpkeepId => "编号";
    public override string UpkeepIdHint => "不填时取文件名";
    public override string UpkeepFile => "文件";
    public override string UpkeepEdit => "更正";
    public override string UpkeepOf(string first) => $"更正：{first}";
    public override string UpkeepCorrect => "更正规划信息";
    public override string UpkeepCorrectHint => "只写入改动的项；清空一项则恢复自动识别。更正另存在规划旁的 .meta.yaml 文件中，原文件不动。";
    public override string UpkeepUnknown => "未识别";
    public override string UpkeepRegion => "地区（用 / 分级）";
    public override string UpkeepColumn => "增加一栏（可成为筛选项）";
    public override string UpkeepColumnValue => "该栏的值";
    public override string UpkeepSave => "保存更正";
    public override string UpkeepLeave => "不改了";
    public override string UpkeepReplace => "替换文件";
    public override string UpkeepReplaceHint => "换成新文件，已有的更正保留。";
    public override string UpkeepReplaceButton => "替换";
    public override string UpkeepRemove => "删除";
    public override string UpkeepRemoveHint => "连同文件和更正一并删除，不能撤回。";
    public override string UpkeepSure(string first) => $"确认删除：{first}";
    public override string UpkeepRemoveButton => "删除";
    public override string UpkeepAdded(string first) => $"已入库：{first}，现在即可检索。";
    public override string UpkeepCorrected(string first) => $"已更正：{first}，检索和筛选已按新的信息。";
    public override string UpkeepReplaced(string first) => $"已替换：{first}，现在检索的是新文件。";
    public override string UpkeepRemoved(string first) => $"已删除：{first}。";
}
