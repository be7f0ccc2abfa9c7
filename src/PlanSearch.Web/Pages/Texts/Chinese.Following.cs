namespace PlanSearch.Web.Pages.Texts;

/// <summary>What is sampled, followed and checked again.</summary>
internal sealed partial class Chinese
{
    public override string SampleSize => "随机抽取处数";
    public override string SampleSeed => "种子";
    public override string SampleDraw => "抽取";
    public override string SampleDrawn(string first, string second, string third) => $"共 {first} 处，随机抽取 {second} 处，种子“{third}”。";
    public override string SampleAll => "列出全部";
    public override string CodingColumns => "编码,备注";
    public override string CodingFile(string first) => $"下载编码表（{first}）";
    public override string CertSample => "抽样";
    public override string Follow => "订阅";
    public override string FeedTitle => "这一检索的变化";
    public override string FeedHint => "用阅读器订阅：以后新增、删除和改动的每一处";
    public override string FullCertificate => "下载复核单（JSON）：逐份规划的校验码、专题的词和程序版本，可用 plansearch replicate 复核";
    public override string FullCertificateFile => "复核单.json";
    public override string HelpFollow => "订阅、复核、抽样";
    public override string HelpFollow1 => "结果旁的“订阅”是这一检索的地址，放进阅读器，以后新增、删除和改动的每一处各告知一次；段落、页码和行号移动不算改动。";
    public override string HelpReplicate => "“检索说明”里可下载复核单，与发表的数目一并保存；以后用 plansearch replicate 重新计数，文本、规划信息、规则、专题哪一样变了，逐项列名。";
    public override string HelpSample => "“逐处查看”里可随机抽取若干处，下载带空白编码列的表。同一种子、同样的文本，谁来抽都一样。";
}
