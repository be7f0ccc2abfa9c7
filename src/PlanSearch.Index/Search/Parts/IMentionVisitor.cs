namespace PlanSearch.Index.Search.Parts;

/// <summary>Takes the mentions of a query from a part of a segment, document by document, in the order of the text.</summary>
/// <remarks>Implemented by structs, so that the walk is compiled once for each and calls nothing indirectly.</remarks>
internal interface IMentionVisitor
{
    /// <summary>What follows is of another document: once before its first mention or occurrence aside.</summary>
    void Begin(in VisitedDocument document);

    /// <summary>A mention.</summary>
    void Mention(in SegmentMention mention);

    /// <summary>An occurrence in a block that is set aside.</summary>
    /// <param name="combination">The values of its block in the columns.</param>
    void Aside(int combination);
}

/// <summary>A document as a search meets it.</summary>
/// <param name="Number">Its number in the reader.</param>
/// <param name="FirstBlock">Its first block in the segment.</param>
/// <param name="Records">How many records it has.</param>
internal readonly record struct VisitedDocument(int Number, int FirstBlock, int Records);

/// <summary>A mention as a search meets it.</summary>
/// <param name="Record">Its record, numbered in the document.</param>
/// <param name="Combination">Its values in the columns, see <see cref="Format.ColumnCombinations"/>.</param>
/// <param name="Block">Number of its block in the segment.</param>
/// <param name="Offset">Offset in the segment's text.</param>
/// <param name="Length">Code units.</param>
/// <param name="Literal">Which literal of the query.</param>
internal readonly record struct SegmentMention(int Record, int Combination, int Block, int Offset, int Length, int Literal);
