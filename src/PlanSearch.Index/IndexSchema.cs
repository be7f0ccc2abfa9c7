using System.Collections.Immutable;

namespace PlanSearch.Index;

/// <summary>The names of the levels and columns that every block of an index carries.</summary>
/// <param name="Levels">
/// Nested groupings of blocks, numbered from 0 within a document. The first is the record: what a query's AND means and what is counted
/// beside mentions. A block whose record is -1 is set aside: counted on its own, never among the mentions.
/// </param>
/// <param name="Columns">Small values (0 to 63) of a block, for filters, facets and weights.</param>
/// <param name="Version">
/// Of what the user of the index stores with its documents: under another version those bytes mean something else.
/// </param>
public sealed record IndexSchema(ImmutableArray<string> Levels, ImmutableArray<string> Columns, int Version = 0)
{
    /// <summary>Values of a column are below this, so that a filter is one 64-bit mask.</summary>
    public const int MaxColumnValues = 64;

    /// <summary>There are no more columns than this, so that a block's values are one word.</summary>
    public const int MaxColumns = 4;

    /// <summary>
    /// What a mention counts in the scores that queries will ask for: one unless said. The best records of the commonest terms are then
    /// found without reading all of them.
    /// </summary>
    /// <remarks>
    /// A hint to the writer, kept with its segments but not in the manifest: an index may be written to with another one, and asked with
    /// any.
    /// </remarks>
    public Bm25Weighting Weighting { get; init; } = new(0, [.. Enumerable.Repeat(1.0, MaxColumnValues)]);

    /// <summary>Whether an index of the one can be read as one of the other.</summary>
    public bool Matches(IndexSchema other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Version == other.Version && Levels.SequenceEqual(other.Levels) && Columns.SequenceEqual(other.Columns);
    }

    /// <summary>The place of a level in <see cref="Levels"/>, from 0: what readers and queries name it by.</summary>
    /// <exception cref="ArgumentException">The schema has no such level.</exception>
    public int Level(string name) => Rank(Levels, name);

    /// <summary>The place of a column in <see cref="Columns"/>, from 0.</summary>
    /// <exception cref="ArgumentException">The schema has no such column.</exception>
    public int Column(string name) => Rank(Columns, name);

    private static int Rank(ImmutableArray<string> names, string name)
    {
        var rank = names.IndexOf(name);
        return rank >= 0
            ? rank
            : throw new ArgumentException($"The schema has no '{name}', only {string.Join(", ", names)}.", nameof(name));
    }
}
