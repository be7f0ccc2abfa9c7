
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The topic sets, what is confined.</summary>
internal sealed partial class Chinese
{
    public override string TopicOpen => "逐词计数、可补充的词";
    public override string TopicOpenOf(string name) => $"专题“{name}”：逐词计数、可补充的词";
    public override string TopicWordsOf(string name) => $"专题“{name}”的词";
    public override string TopicWordsHint => "各词单独计数，互有重叠，不相加；总数以检索结果为准。";
    public override string TopicWordAlone(string word, string count) => $"单独检索“{word}”：{count} 处";
    public override string TopicApply => "按勾选的词检索";
    public override string TopicDone(string word) => $"已把“{word}”加入本专题，现已生效。";
    public override string TopicTotal(string first, string second, string third) => "整个专题：{0} 份规划、{1} 个章节、{2} 处。";
    public override string TopicSearch => "检索整个专题";
    public override string TopicWord => "词";
    public override string TopicProposals => "可补充的词（未计入）";
    public override string TopicProposalsHint => "从规划原文里找出来，供人取舍：与本专题的词共用少见的字，或在列举（甲、乙、丙）里与它们并列。";
    public override string TopicGain(string count) => $"加入后专题增加 {count} 处";
    public override string TopicListed(string words) => $"常与 {words} 并列";
    public override string TopicShared(string units) => $"共用“{units}”字";
    public override string TopicAdd => "加入本专题";
    public override string TopicLine => "在 topics.yaml 里，把这个专题的 members 改为：";
    public override string TopicAddButton => "写入专题文件";
    public override string TopicAddButtonOf(string word) => $"把“{word}”写入专题文件";
    public override string CertTopic(string name) => $"专题“{name}”的词";
    public override string CertTopicOff(string words) => $"；停用：{words}";
    public override string CertConfined => "限定范围";
    public override string ScopeNote(string scope) => $"限定范围：{scope}";
    public override string CertTopicExclude(string words) => $"；不计其中的：{words}";
}
