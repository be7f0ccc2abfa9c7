namespace PlanSearch.Engine.Search;

/// <summary>Takes the mentions of a query from one segment, in the order of the text.</summary>
/// <remarks>Implemented by structs, so that the walk is compiled once for each and calls nothing indirectly.</remarks>
internal interface IMentionVisitor
{
    /// <summary>A mention.</summary>
    /// <param name="document">Number of the document in the reader.</param>
    /// <param name="block">Number of the block in the segment.</param>
    /// <param name="record">Number of the record in the segment.</param>
    /// <param name="offset">Offset in the segment's text.</param>
    /// <param name="length">Code units.</param>
    /// <param name="literal">Which literal of the query.</param>
    void Mention(int document, int block, int record, int offset, int length, int literal);

    /// <summary>An occurrence in a block that is set aside.</summary>
    void Aside(int document, int block);
}
