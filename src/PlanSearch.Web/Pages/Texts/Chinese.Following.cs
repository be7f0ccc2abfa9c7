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
    public override string FullCertificate => "下载复核单（JSON）：逐部规划的摘要、专题的词和程序版本，可用 plansearch replicate 复核";
    public override string FullCertificateFile => "复核单.json";
}
