
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The reading page: outline, stepping, citing.</summary>
internal sealed partial class Chinese
{
    public override string SectionsInDoubt => "章节待核";
    public override string DoubtLead => "本规划的章节可能识别有误，请对照原文件。复制的出处写到页，没有页码的写所引一段开头的几个字，不写章节。理由：";
    public override string DoubtReasons(string first) => $"章节可能识别有误，请对照原文件：{first}";
    public override string CiteSelection => "引用所选文字";
    public override string CiteQuote => "摘录";
    public override string StyleOfficial => "公文";
    public override string StyleShort => "简式";
    public override string StyleReference => "GB/T 7714";
    public override string PlaceStart => "篇首";
    public override string PlaceEntry(string first) => $"第{first}项";
    public override string PlaceParagraph(string first) => $"第{first}段";
    public override string PlacePage(string first) => $"第{first}页";
    public override string SourceFile => "原文件";
    public override string OutlineNav => "本规划章节";
    public override string OutlineTitle => "章节";
    public override string OutlineFilter => "只看有检索词的章节";
    public override string FindInside => "在本规划中查";
    public override string FindButton => "查找";
    public override string InsideNav => "在各处之间";
    public override string ToFirst => "到第一处";
    public override string ToLast => "到最后一处";
    public override string SearchAll => "查全部规划";
    public override string ListMentions => "逐处列出";
    public override string LinesOn => "显示原文行号";
    public override string LinesOff => "隐藏原文行号";
    public override string PreviousMention => "上一处";
    public override string NextMention => "下一处";
    public override string CiteThis => "引用";
    public override string CiteBlock => "引用这一段";
    public override string CiteTitle => "引用";
    public override string CitePermalink => "固定链接";
    public override string SimilarTitle => "相关内容";
    public override string SimilarByWords => "内容相关";
    public override string SimilarHint => "按这一段里少见的词，从全部规划找出最相近的章节、专栏和表格；不是某个词的全部提及。";
    public override string SimilarWords => "所用的词和各自的处数";
    public override string SimilarNone => "这一段里没有其他章节也用、又能区分内容的词。";
    public override string SimilarAll => "以这些词作相关检索";
    public override string MentionNumber(string first, string second) => $"第 {first} 处，共 {second} 处；点击到下一处";
    public override string StepperNav => "上一处与下一处";
    public override string FoldedRun(string first, string second) => $"{first}（{second} 行，不计入检索）";
    public override string TableNamed(string first) => $"表：{first}";
    public override string TableUnnamed => "表";
    public override string Characters(string first) => $"{first} 字";
    public override string InsidePhrase(string second) => "本规划中“{0}”共 {1} 处。";
}
