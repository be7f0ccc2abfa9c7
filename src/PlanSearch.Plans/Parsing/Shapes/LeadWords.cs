namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Tells a lead that is a clause (加快发展氢能。) from one that is a name (农村公路。) by the word that opens it.</summary>
internal static class LeadWords
{
    private const int MaxName = 13;

    // Of 912 lead sentences of running text, in five real plans and seven invented ones, 797 open with one of these; of the rest most say
    // how something is (经济实力强。).
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "加强", "推进", "完善", "提升", "加快", "推动", "深化", "建设", "强化", "促进", "健全", "打造", "构建", "培育", "发展", "实施", "坚持", "优化", "提高", "积极",
        "大力", "统筹", "壮大", "全面", "持续", "深入", "落实", "始终", "建立", "聚焦", "扩大", "探索", "加大", "改善", "严格", "巩固", "激发", "着力", "增强", "丰富",
        "拓宽", "夯实", "开展", "拓展", "畅通", "推行", "全力", "鼓励", "引导", "动员", "支持", "深度", "做强", "做优", "做大", "做实", "做精", "做活", "营造", "稳定",
        "规范", "稳住", "制定", "筑牢", "倡导", "释放", "强力", "布局", "发挥", "牢固", "引进", "系统", "不断", "补齐", "稳步", "整治", "保障", "理顺", "培养", "维护",
        "弘扬", "狠抓", "坚决", "严守", "稳慎", "针对", "科学", "集聚", "抢抓", "打通", "设立", "用好", "当好", "缩小", "办好", "超前", "稳妥", "繁荣", "严防", "严厉",
        "注重", "着眼", "分解", "加速", "激活", "承接", "有序", "实行", "改造", "守牢", "遏制", "厚植", "保护", "提振", "盘活", "继续", "创建", "创新", "扶持", "抓好",
        "抓实", "搞好", "突出", "紧盯", "紧扣", "依托", "围绕", "立足", "充分", "切实", "努力", "广泛", "进一", "有效", "合理", "高标", "高质", "高水", "明确", "压实",
        "争取", "确保", "防范", "化解", "树立", "贯彻", "执行", "协同", "协调", "完成", "形成", "实现", "满足", "引领", "带动", "延伸", "融入", "对接", "构筑", "启动",
        "补足", "压减", "攻克", "选准", "摸清", "共建", "助力", "整合", "践行", "瞄准", "提供", "攻关", "统一", "扎实", "带头", "梯次", "均衡", "着重", "高效", "谋划",
        "推广", "普及", "增加", "减少", "降低", "严禁", "消除", "清理", "治理", "修复", "防治", "应对", "适应", "顺应", "把握", "抓住", "利用", "开发", "开放", "放大",
        "简化", "精简", "放宽", "取消", "试行", "争创", "打好", "打赢", "守住", "守护", "弥补", "搭建", "组建", "加密", "更新", "做细", "做深", "讲好", "用活", "用足",
        "抢占", "培优", "提质", "扩容",
    };

    /// <summary>Whether the lead sentence that opens <paramref name="text"/> is a name: short, without a comma, no clause.</summary>
    public static bool OpenWithName(string text) =>
        Sentence.OpensWithSentence(text)
            && Sentence.LeadOf(text) is >= 3 and <= MaxName and var lead
            && text.AsSpan(0, lead).IndexOfAny("，、；") < 0
        && !Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(0, 2));
}
