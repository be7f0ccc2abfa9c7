using System.Runtime.CompilerServices;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Numbers what is set aside: the blocks of one kind in one document are one text.</summary>
internal static class AsideTexts
{
    /// <summary>A bound of the numbers.</summary>
    public static int Count(int documents) => documents * IndexSchema.MaxColumnValues;

    /// <summary>The number of a block's text, by its document.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Of(SegmentView view, in BlockEntry entry, int document) =>
        Of(view, entry.HasSpans ? ~entry.Columns : entry.Columns, document);

    /// <summary>The same by the combination of its column values.</summary>
    public static int Of(SegmentView view, int combination, int document) => Count(document) + view.Combinations.Value(combination, 0);
}
