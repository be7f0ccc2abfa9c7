namespace PlanSearch.Index.Format;

/// <summary>What an index file is, in its header. The numbers only ever grow.</summary>
internal enum IndexFileKind : ushort
{
    /// <summary>Documents with their text, postings and tables.</summary>
    Segment = 1,

    /// <summary>
    /// A generation: the files of a commit, and what was given with it. 2 was the list of segments of the container before Lucene's.
    /// </summary>
    Generation = 3,
}
