namespace PlanSearch.Engine.Format;

/// <summary>What an index file is, in its header. The numbers only ever grow.</summary>
internal enum FileKind : ushort
{
    /// <summary>Documents with their text, postings and tables.</summary>
    Segment = 1,

    /// <summary>The list of the segments of a generation.</summary>
    Manifest = 2,
}
