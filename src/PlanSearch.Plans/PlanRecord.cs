namespace PlanSearch.Plans;

/// <summary>What one line of a result list shows (处所).</summary>
/// <remarks>The numbers are in index files: they only ever grow.</remarks>
public enum RecordKind
{
    /// <summary>An outline node's own blocks with its heading.</summary>
    Section = 0,

    /// <summary>A 专栏 with its tables.</summary>
    Box = 1,

    /// <summary>A table outside boxes.</summary>
    Table = 2,
}

/// <summary>A record (处所, on the page: 章节): a section, a 专栏 or a table outside boxes.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Node">Index of the outline node it is or is in.</param>
/// <param name="Box">Index of the box for <see cref="RecordKind.Box"/>; else -1.</param>
/// <param name="Table">Index of the table for <see cref="RecordKind.Table"/>; else -1.</param>
/// <remarks>Records are numbered in the reading order of their first blocks. A footnote belongs to the record of its mark.</remarks>
public sealed record PlanRecord(RecordKind Kind, int Node, int Box, int Table);
