namespace PlanSearch.Engine.Search;

/// <summary>Takes the mentions of a query from a part of a segment, in the order of the text.</summary>
/// <remarks>Implemented by structs, so that the walk is compiled once for each and calls nothing indirectly.</remarks>
internal interface IMentionVisitor
{
    /// <summary>A mention.</summary>
    void Mention(in SegmentMention mention);

    /// <summary>An occurrence in a block that is set aside.</summary>
    /// <param name="document">The number in the reader of its document.</param>
    /// <param name="combination">Its values in the columns.</param>
    void Aside(int document, int combination);
}

/// <summary>A mention as a search meets it.</summary>
/// <param name="Document">The number in the reader of its document.</param>
/// <param name="Record">Its record, numbered through the segment.</param>
/// <param name="Combination">Its values in the columns, see <see cref="Format.ColumnCombinations"/>.</param>
/// <param name="Block">Number of its block in the segment.</param>
/// <param name="Offset">Offset in the segment's text.</param>
/// <param name="Length">Code units.</param>
/// <param name="Literal">Which literal of the query.</param>
internal readonly record struct SegmentMention(int Document, int Record, int Combination, int Block, int Offset, int Length, int Literal);
