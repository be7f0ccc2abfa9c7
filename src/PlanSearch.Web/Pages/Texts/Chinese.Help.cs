using PlanSearch.Queries.Signs;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>The help and the keys.</summary>
internal sealed partial class Chinese
{
    public override string KeysTitle => "键盘操作";
    public override string KeysClose => "关闭";
    public override string KeySlash => "到检索框";
    public override string KeyNextHit => "下一条、上一条结果";
    public override string KeyNextMention => "下一处、上一处";
    public override string KeyHelp => "显示或关闭本表";
    public override string PromiseTitle => "查得全，说得清";
    public override string Promise1 => "逐字匹配，不切词：翻页、换行、脚注隔开的词同样找得到。";
    public override string Promise2 => "每次结果附“检索说明”：查了几份、找到几处、哪些没有计入、哪些没能检索。";
    public override string Promise3 => "没有提到的规划单独列出，节选的文本不作“未提及”的结论。";
    public override string HelpMatch => "怎样匹配";
    public override string HelpMatch1 => "逐字匹配，不切词。输入的文字先照原样查；原样出现，结果就是它。跨行、跨页、被脚注隔开的文字已经接合。";
    public override string HelpMatch2 => "全半角、大小写、繁简视为相同，显示和导出一律是原文字形；勾选“区分繁简和全半角”则不作任何合并。";
    public override string HelpMatch3 => "以字母或数字开头、结尾的词按整串匹配：查 5G 不含 15G。要计入，在那一端加 *。";
    public override string HelpCount => "怎样计数";
    public override string HelpMention => "一次出现；不重叠，从左起算。";
    public override string HelpRecord => "含检索词的一节、一个专栏或一张表。";
    public override string HelpPlan => "一份规划。";
    public override string HelpCount2 => "目录、封面和页码中的出现另计，不混入总数。每次结果上方的“检索说明（可复核）”写明全部口径，可随结果归档。";
    public override string HelpQuery => "检索式";
    public override string HelpQueryTable => "检索式写法";
    public override string HelpForm => "写法";
    public override string HelpMeaning => "意思";
    public override string HelpAnd => "同一章节内两个词都出现";
    public override string HelpOr => "任一个出现；也可写 | 或 或";
    public override string HelpNot => "出现前者、不出现后者；也可写 NOT、非";
    public override string HelpQuote => "引号内照原样";
    public override string HelpGroup => "括号先算";
    public override string HelpOpen => "也计入更长的字母数字串：5GHz";
    public override string HelpQuery2 => "全角的括号、引号、竖线与半角相同。读不懂的检索式会指出位置，并给出可用的写法。";
    public override string HelpAbsent => "“全文未提及”只列全文入库的规划；节选的文本列入“不能判断”；没能入库的文件列入“未能检索”。";
    public override string HelpReading => "阅读页";
    public override string HelpReading1 =>
        "点有标记的词到下一处；到了一处，旁边有“上一处”“下一处”“引用”。检索的筛选在这里同样有效。段首的 ¶ 在该段下面给出三种引用格式和固定链接；选中一段文字，“引用所选文字”把它连同出处一起复制。";
    public override string HelpApi => "接口";
    public override string HelpApi1 => "网页与接口参数相同、数字相同：把 /search 换成 /api/v1/search 即得 JSON。";
    public override string HelpPair(PairOperator row) => row.InChinese;
    public override string HelpScope => "同一句内；另有 " + string.Join('、', QueryScopes.All.Skip(1).Select(row => row.Name));
    public override string HelpOutside => "“能源”，但不计“新能源”中的；结果上方列出含它的更长的词，点“排除”即写成这样";
    public override string HelpPattern => "? 代表一个字，* 代表至多十个字";
    public override string HelpField => "只在标题中；另有 专栏、地区、层级、时期、类型、文中位置、板块、用法";
    public override string HelpTopic => "整个专题的各个词，见“专题”页";
    public override string HelpManuals => "手册（随程序附带）";
    public override string HelpTopicOff => "整个专题，停用其中几个词";
    public override string HelpTopics1 =>
        "一个专题是一组词，任一个都算。查专题时，结果上方列出每个词的处数，去掉勾选再按“按勾选的词检索”即停用；状态写在检索式里，可以收藏、转发。专题页上有每个词的数目，以及从规划原文里找出的可补充的词，供人取舍。";
    public override string HelpFilters1 => "同一项里勾几个是“或”，不同项之间是“且”；“排除”去掉一类；勾选即生效（不用脚本的浏览器按“应用筛选”）。每一项的数目是在其他各项筛选之下数的。";
    public override string HelpMentions1 =>
        "每一处一行，前后文对齐，同一规划的排在一起，每页 50 或 100 处，可以筛选，可按左边、右边的字排序。“下载全部”给出表格（XLSX、CSV）、JSON 行或可粘贴的出处，每处一行，没有上限，末尾有检索说明；没有它的文件不完整。";
    public override string HelpCertificate1 => "写明检索式怎样理解、用了哪些筛选和专题词、查了几份、有几处、哪些没有计入、哪些没能检索、数据是哪一版。写报告时一并存档，别人可以照样复核。";
    public override string HelpPlans1 => "列出全部规划、各自的入库报告、没能入库的文件和原因。有录入密钥的人可在此增加、替换、更正、移除。";
    public override string HelpPortal1 => "检索可以放进单位门户：网页组件、内嵌框架、检索表单、浏览器的搜索引擎。";
}
