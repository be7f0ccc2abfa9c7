namespace PlanSearch.Index.Format;

/// <summary>What a section of a file holds, see FORMAT.md. The numbers only ever grow; an unknown tag is skipped.</summary>
internal enum SectionTag : uint
{
    /// <summary>Counts and widths: everything a reader must know before it reads a table.</summary>
    Summary = 1,

    /// <summary>Keys of the documents.</summary>
    Keys = 2,

    /// <summary>First block, first record and end of the stored bytes of each document.</summary>
    Documents = 3,

    /// <summary>What the caller stored with the documents.</summary>
    Stored = 4,

    /// <summary>The code units that occur, most frequent first: a code is a rank here.</summary>
    Alphabet = 5,

    /// <summary>The text, one code per code unit.</summary>
    Text = 6,

    /// <summary>Where the blocks begin in the text.</summary>
    BlockStarts = 7,

    /// <summary>The groups of the blocks, level after level.</summary>
    Levels = 8,

    /// <summary>The combination of column values of each block.</summary>
    Columns = 9,

    /// <summary>The code units of each record, packed.</summary>
    RecordLengths = 10,

    /// <summary>The folded code units that occur, rising, with where their bigrams begin and their own counts.</summary>
    Units = 11,

    /// <summary>Second units of the bigrams.</summary>
    BigramSeconds = 12,

    /// <summary>Where the bigrams' lists begin.</summary>
    BigramLists = 13,

    /// <summary>The lists.</summary>
    Postings = 14,

    /// <summary>Offsets of Han characters that folding changed: where exact mode must look.</summary>
    Altered = 15,

    /// <summary>What the caller gave with the commit.</summary>
    UserData = 17,

    /// <summary>Names of levels and columns.</summary>
    Schema = 18,

    /// <summary>Where the lists of the commonest units begin in the postings.</summary>
    UnitLists = 19,

    /// <summary>When the generation was published.</summary>
    PublishedAt = 20,

    /// <summary>The combinations of column values that blocks have.</summary>
    Combinations = 21,

    /// <summary>Spans of text whose mentions have another value in a column than their block.</summary>
    Spans = 22,

    /// <summary>How the commonest terms spread over the documents.</summary>
    Spreads = 23,

    /// <summary>The identity of the index.</summary>
    Identity = 24,

    /// <summary>The files of a commit, with their lengths and checksums.</summary>
    CommitFiles = 25,

    /// <summary>Which documents are kept, and under what names.</summary>
    Kept = 26,
}
