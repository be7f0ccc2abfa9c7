namespace PlanSearch.Engine.Search;

/// <summary>Takes the mentions of a query from a part of a segment, in the order of the text.</summary>
/// <remarks>Implemented by structs, so that the walk is compiled once for each and calls nothing indirectly.</remarks>
internal interface IMentionVisitor
{
    /// <summary>A mention.</summary>
    /// <param name="entry">What is known of its block.</param>
    /// <param name="block">Number of the block in the segment.</param>
    /// <param name="offset">Offset in the segment's text.</param>
    /// <param name="length">Code units.</param>
    /// <param name="literal">Which literal of the query.</param>
    void Mention(in BlockEntry entry, int block, int offset, int length, int literal);

    /// <summary>An occurrence in a block that is set aside.</summary>
    void Aside(in BlockEntry entry);
}
