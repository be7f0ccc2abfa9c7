using System.Collections.Immutable;

namespace PlanSearch.Plans.Text;

/// <summary>One place where a query occurs, within one block and one table cell.</summary>
/// <param name="Block">Number of the block, from 0.</param>
/// <param name="Start">UTF-16 code units from the start of the block's text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Literal">Which of the query's literals it is, see <see cref="Query.Literals"/>.</param>
public readonly record struct TextMatch(int Block, int Start, int Length, int Literal)
{
    /// <summary>After its last code unit.</summary>
    public int End => Start + Length;

    /// <summary>Where it is in its block.</summary>
    public UnitRange Range => new(Start, Length);

    /// <summary>By place, then the longest, then the first literal: what comes first wins where two overlap.</summary>
    public static int Compare(TextMatch left, TextMatch right) =>
        left.Block != right.Block ? left.Block.CompareTo(right.Block)
        : left.Start != right.Start ? left.Start.CompareTo(right.Start)
        : left.Length != right.Length ? right.Length.CompareTo(left.Length)
        : left.Literal.CompareTo(right.Literal);
}

/// <summary>What a query has in a text.</summary>
/// <param name="Mentions">Its mentions, by place; none overlaps the one before.</param>
/// <param name="Aside">The same in blocks that are set aside.</param>
/// <param name="LongerRuns">How many more there would be of both, if 5G were found in 15G.</param>
public sealed record TextMatches(ImmutableArray<TextMatch> Mentions, ImmutableArray<TextMatch> Aside, int LongerRuns);
