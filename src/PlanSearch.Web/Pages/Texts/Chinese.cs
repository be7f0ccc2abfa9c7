using PlanSearch.Answers.Facets;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>The pages in Chinese: what they speak unless told otherwise.</summary>
internal sealed partial class Chinese : PageTexts
{
    public const string Code = "zh";

    public static Chinese Texts { get; } = new();

    public override string FacetLabel(string name) => Labels.Of(name);
    public override string KindLabel(BlockKind kind) => Labels.Of(kind);
    public override string HtmlLang => "zh-CN";
    public override string OtherLanguage => "English";
    public override string OtherLanguageCode => "en";
    public override string Product => "规划全文检索";
    public override string SkipToMain => "跳到正文";
    public override string SkipToResults => "跳到结果";
    public override string SkipToFilters => "跳到筛选";
    public override string SiteNav => "站内";
    public override string NavPlans => "规划目录";
    public override string NavTopics => "专题";
    public override string NavHelp => "使用说明";
    public override string ViewNav => "显示";
    public override string LargeOn => "大字版";
    public override string LargeOff => "标准字号";
    public override string DarkOn => "深色";
    public override string DarkOff => "浅色";
    public override string SearchLabel => "检索词或检索式";
    public override string SearchPlaceholder => "如：营商环境";
    public override string SearchButton => "检索";
    public override string SuggestLabel => "检索建议";
    protected override string OwnWord(string facet, string value) => value;

    public override string SuggestCount(string first) => $"{first} 条建议，用上下键选择";
    public override string KindWord => "常用词";
    public override string KindTopic => "专题";
    public override string KindHeading => "标题";
    public override string KindBox => "专栏";
    public override string KindEntry => "条目";
    public override string Copy => "复制";
    public override string Copied => "已复制";
    public override string Selected => "已选中，请按 Ctrl+C";
    public override string NotCopied => "没有复制成功";
    public override string CopyAll => "复制全部出处";
    public override string HomeLead(string first) => $"在 {first} 份规划全文中查找一个词的每一处，并给出章、节、专栏、条目的准确出处。";
    public override string ForExample => "例如：";
    public override string CollectionTitle => "已入库的规划";
    public override string SearchTitle => "检索：";
    public override string WaysLabel => "查看与下载";
    public override string ViewMentions => "逐处查看";
    public override string ViewRecords => "按章节查看";
    public override string Filters => "筛选";
    public override string ListComma => "、";
    public override string None => "无";
    public override string Colon => "：";
    public override string CountOf(string first) => $"{first} 处";
    public override string Source => "出处：";
    public override string OtherStyles => "其他样式";
    public override string Excerpt => "节选";
    public override string Update => "更新";
    public override string NextPage => "下一页";
    public override string FirstPage => "第一页";
    public override string Unknown => "未识别";
    public override string MentionsTitle => "逐处查看：";
    public override string IndexBuilt(string first) => $"索引时间 {first}（北京时间）";
    public override string PlanCount(string first) => $"规划 {first} 份";
    public override string FailureCount(string first) => $"未能入库 {first} 件";
    public override string DataVersion => "数据版本";
    public override string NoIndex => "还没有可用的索引。";
    public override string ApiText => "接口说明（OpenAPI）";
    public override string Sentence => "。";
}
