using System.Collections.Frozen;

namespace PlanSearch.Answers.Questions;

/// <summary>Words that make a question of a text and say nothing of what it asks for: 如何, 怎么, 的, 情况.</summary>
internal static class EmptyWords
{
    private static readonly FrozenSet<string> All = (
        "怎么 怎样 怎么办 如何 什么 为什么 哪些 哪里 哪个 哪儿 多少 几个 是否 能否 可否 有没有 是不是 能不能 会不会 可以 应该 应当 需要 想要 "
        + "有关 相关 关于 方面 问题 情况 内容 包括 安排 办法 措施 政策 解决 进行 提出 具体 主要 重点 介绍 打算 准备 规划 计划 目标 "
        + "这些 那些 这个 那个 我们 你们 他们 她们 它们 人家 自己 大家 一个 一些 好多 许多 很多 没有 不能 不让 不够 不好 不到 有人 没人 "
        + "老是 总是 经常 时候 现在 以后 之后 起来 下来 出来 通过 以及 或者 还是 但是 因为 所以 如果 哪怕 "
        + "这么 那么 这样 那样 这种 那种 怎么会 有什么 是什么 为何 都是 就是 不是 只是 可是 "
        + "东西 出去 进去 进来 过来 过去 回来 回去 上去 上来 下去 路上 外面 里面 里头 外头 上面 下面 旁边 附近 那边 这边 门口 家门口 楼下 楼上 家里 街上 身边 周围 地方 好处 坏处 "
        + "上午 下午 中午 早上 晚上 夜里 半夜 白天 时间 日子 几天 几年 十年 多年 几十年 一下 一点 一直 越来越 越来 有点 特别 非常 实在 真的 到底 究竟 必须 只能 "
        + "不要 不会 不用 不了 不去 不来 不想 不给 不肯 不敢 别人 有的 没什么 拿来 拿去 留下 弄好 搞好 搞定 帮忙 麻烦 负责 "
        + "谁管 谁来 哪家 多久 多大 多远 多长 几时 何时 何处 怎么样 怎么弄 怎么搞 咋办 咋样 为啥 干啥 什么样 "
        + "想法 说法 做法 方法 方式 方案 对策 举措 途径 思路 情形 状况 现状 希望 觉得 感觉 知道 听说 看到 发现 变成 成为 属于 作为 使得 让人 "
        + "我家 咱们 咱家 你家 他家 人们 行不行 好不好 要不要 办个 搞个 开个 弄个 做个 "
        + "太多 太少 太大 太小 太远 太近 太快 太慢 每次 每天 每年 天天 年年 到处 四处 处处 随便 随时 马上 赶紧 赶快 尽快 快点 早点 早日 "
        + "将来 今后 往后 目前 当前 眼下 如今 最近 近来 以前 之前 从前 原来 本来 刚刚 已经 曾经 正在").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word of several characters is one of them.</summary>
    public static bool Holds(string word) => All.Contains(word);
}
