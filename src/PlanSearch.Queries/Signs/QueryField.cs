using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Queries.Signs;

/// <summary>The fields of the query language: what may be before a colon. Anything else before one is text.</summary>
public enum QueryField
{
    /// <summary>标题: what follows is in a heading.</summary>
    Title,

    /// <summary>专栏: what follows is in the title of a 专栏.</summary>
    Box,

    /// <summary>地区: narrows to plans of a region.</summary>
    Region,

    /// <summary>层级.</summary>
    Level,

    /// <summary>时期.</summary>
    Period,

    /// <summary>类型.</summary>
    Type,

    /// <summary>文中位置; 部位 until 0.2.0.</summary>
    Part,

    /// <summary>板块.</summary>
    Section,

    /// <summary>用法; 语境 until 0.2.0.</summary>
    Context,
}

/// <summary>What the fields are called, and what they narrow.</summary>
internal static class QueryFields
{
    private static readonly ImmutableArray<string> Names = ["标题", "专栏", "地区", "层级", "时期", "类型", "文中位置", "板块", "用法"];

    // Addresses, feeds, tokens and certificates of before 0.3.0 have them.
    private static readonly ImmutableArray<(string Name, QueryField Field)> Former = [("部位", QueryField.Part), ("语境", QueryField.Context)];

    private static readonly ImmutableArray<string> Facets =
        [FacetNames.Region, FacetNames.Level, FacetNames.Period, FacetNames.Type, FacetNames.Part, FacetNames.Section, FacetNames.Context];

    /// <summary>How long the longest name is that is before a colon.</summary>
    public static int LongestName => Names.Concat(Former.Select(one => one.Name)).Max(name => name.Length);

    public static string NameOf(QueryField field) => Names[(int)field];

    /// <summary>Whether the field says where a word is, and does not filter by a facet.</summary>
    public static bool IsPlace(QueryField field) => field <= QueryField.Box;

    /// <summary>The facet that a field which is no <see cref="IsPlace"/> narrows.</summary>
    public static string FacetOf(QueryField field) => Facets[field - QueryField.Region];

    /// <summary>The kind of block that a field which <see cref="IsPlace"/> names.</summary>
    public static BlockKind KindOf(QueryField field) => field == QueryField.Title ? BlockKind.Heading : BlockKind.BoxTitle;

    /// <summary>
    /// The field whose name, today's or a former one, occurs at <paramref name="at"/>, and how long that is; null when none does.
    /// </summary>
    public static (QueryField Field, int Length)? At(string text, int at)
    {
        for (var field = 0; field < Names.Length; field++)
        {
            if (Occurs(Names[field], text, at))
            {
                return ((QueryField)field, Names[field].Length);
            }
        }

        foreach (var (name, field) in Former)
        {
            if (Occurs(name, text, at))
            {
                return (field, name.Length);
            }
        }

        return null;
    }

    private static bool Occurs(string name, string text, int at) => string.CompareOrdinal(text, at, name, 0, name.Length) == 0;
}
