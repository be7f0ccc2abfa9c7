using System.Collections.Frozen;

namespace PlanSearch.Answers.Questions;

/// <summary>Words that make a question of a text and say nothing of what it asks for: 如何, 怎么, 的, 情况.</summary>
internal static class EmptyWords
{
    private static readonly FrozenSet<string> All = (
        "怎么 怎样 怎么办 如何 什么 为什么 哪些 哪里 哪个 哪儿 多少 几个 是否 能否 可否 有没有 是不是 能不能 会不会 可以 应该 应当 需要 想要 "
        + "有关 相关 关于 方面 问题 情况 内容 包括 安排 办法 措施 政策 解决 进行 提出 具体 主要 重点 介绍 打算 准备 规划 计划 目标 "
        + "这些 那些 这个 那个 我们 你们 他们 她们 它们 人家 自己 大家 一个 一些 好多 许多 很多 没有 不能 不让 不够 不好 不到 有人 没人 "
        + "老是 总是 经常 时候 现在 以后 之后 起来 下来 出来 通过 以及 或者 还是 但是 因为 所以 如果 哪怕").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word of several characters is one of them.</summary>
    public static bool Holds(string word) => All.Contains(word);
}
