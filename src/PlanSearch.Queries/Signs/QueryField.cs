using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Queries.Signs;

/// <summary>The fields of the query language: what may stand before a colon. Anything else before one is text.</summary>
public enum QueryField
{
    /// <summary>标题: what follows stands in a heading.</summary>
    Title,

    /// <summary>专栏: what follows stands in the title of a 专栏.</summary>
    Box,

    /// <summary>地区: narrows to plans of a region.</summary>
    Region,

    /// <summary>层级.</summary>
    Level,

    /// <summary>时期.</summary>
    Period,

    /// <summary>类型.</summary>
    Type,

    /// <summary>部位.</summary>
    Part,

    /// <summary>板块.</summary>
    Section,

    /// <summary>语境.</summary>
    Context,
}

/// <summary>What the fields are called, and what they narrow.</summary>
internal static class QueryFields
{
    private static readonly ImmutableArray<string> Names = ["标题", "专栏", "地区", "层级", "时期", "类型", "部位", "板块", "语境"];

    private static readonly ImmutableArray<string> Facets =
        [FacetNames.Region, FacetNames.Level, FacetNames.Period, FacetNames.Type, FacetNames.Part, FacetNames.Section, FacetNames.Context];

    public static string NameOf(QueryField field) => Names[(int)field];

    /// <summary>Whether the field says where a word stands, and does not filter by a facet.</summary>
    public static bool IsPlace(QueryField field) => field <= QueryField.Box;

    /// <summary>The facet that a field which is no <see cref="IsPlace"/> narrows.</summary>
    public static string FacetOf(QueryField field) => Facets[field - QueryField.Region];

    /// <summary>The kind of block that a field which <see cref="IsPlace"/> names.</summary>
    public static BlockKind KindOf(QueryField field) => field == QueryField.Title ? BlockKind.Heading : BlockKind.BoxTitle;

    /// <summary>The field whose name stands at <paramref name="at"/>; null when none does.</summary>
    public static QueryField? At(string text, int at)
    {
        for (var field = 0; field < Names.Length; field++)
        {
            if (string.CompareOrdinal(text, at, Names[field], 0, Names[field].Length) == 0)
            {
                return (QueryField)field;
            }
        }

        return null;
    }
}
