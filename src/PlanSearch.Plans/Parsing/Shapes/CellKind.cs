namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>What the words of a cell say of its place in a table, where the layout is lost.</summary>
internal static class CellKind
{
    private const int MaxHeader = 20;
    private const int MaxValue = 16;

    // The first cell of a header, as plans print it.
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "指标", "指标名称", "主要指标", "序号", "类别", "分类", "领域", "项目", "项目名称", "名称", "类型", "指标类别", "一级指标", "二级指标", "产品名称", "产品", "部门", "行业",
    };

    /// <summary>Whether a table whose first cell this is begins with its header: 指标, 序号 and such, blanks around it left out.</summary>
    public static bool OpensHeader(ReadOnlySpan<char> cell) =>
        cell.Length <= MaxHeader && Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell.Trim());

    /// <summary>Whether the cell could be in a header: a year, a unit, a word of measuring.</summary>
    public static bool IsHeader(ReadOnlySpan<char> cell) =>
        OpensHeader(cell) || (cell.Length <= MaxHeader && (cell is "单位" or "属性" or "指标属性" or "备注" || EndsLikeHeader(cell)));

    /// <summary>Whether the cell is a value: a number with its signs, a dash, or what binds an indicator (预期性, 约束性).</summary>
    public static bool IsValue(ReadOnlySpan<char> cell)
    {
        if (cell.Length > MaxValue)
        {
            return false;
        }

        if (cell is "预期性" or "约束性" or "指导性" or "预期" or "约束" or "—" or "——" or "-" or "/")
        {
            return true;
        }

        var (digits, words) = (0, 0);
        foreach (var c in cell)
        {
            digits += Glyphs.IsDigit(c) ? 1 : 0;
            words += Glyphs.IsHan(c) ? 1 : 0;
        }

        return digits > 0
            && words <= 2
            && (Glyphs.IsDigit(cell[0])
                || cell[0] is '-' or '+' or '>' or '<' or '≥' or '≤' or '[' or '〔' or '【' or '(' or '（' or '＞' or '＜' or '%')
            && !IsYear(cell);
    }

    private static bool EndsLikeHeader(ReadOnlySpan<char> cell) =>
        IsYear(cell)
            || cell.Contains("目标", StringComparison.Ordinal)
            || cell.Contains("基数", StringComparison.Ordinal)
            || cell.Contains("现状", StringComparison.Ordinal)
        || cell.Contains("年均", StringComparison.Ordinal)
            || cell.Contains("累计", StringComparison.Ordinal)
            || cell.Contains("增速", StringComparison.Ordinal)
        || cell.Contains("实际", StringComparison.Ordinal) || cell.Contains("完成", StringComparison.Ordinal);

    /// <summary>Whether the cell opens with a year, which is no value of an indicator: 2025年, 2020年基数.</summary>
    public static bool IsYear(ReadOnlySpan<char> cell) => cell.Length >= 5 && cell[..4].IndexOfAnyExceptInRange('0', '9') < 0
        && cell[4] == '年';
}
