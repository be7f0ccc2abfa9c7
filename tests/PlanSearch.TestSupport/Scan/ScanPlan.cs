using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Scan;

/// <summary>A plan in the memory of a scan.</summary>
/// <param name="Stored">Its structure.</param>
/// <param name="Texts">The texts of its blocks.</param>
/// <param name="Blocks">The same as the matcher reads them.</param>
internal sealed record ScanPlan(StoredPlan Stored, IReadOnlyList<string> Texts, TextBlocks Blocks)
{
    private static readonly ImmutableArray<string> BlockColumnsKept = ["kind", "part", "section", "context"];

    /// <summary>What a query has in it.</summary>
    public TextMatches Matches(Query query, ImmutableArray<BlockChoice> blocks) => new TextMatcher(query).In(Blocks, FilterOf(blocks));

    /// <summary>The blocks that some choices leave.</summary>
    public static BlockFilter FilterOf(ImmutableArray<BlockChoice> blocks)
    {
        var masks = Enumerable.Repeat(ulong.MaxValue, BlockColumnsKept.Length).ToArray();
        foreach (var choice in blocks)
        {
            masks[ColumnOf(choice.Column)] &= choice.Allowed.Aggregate(
                0UL, (mask, value) => mask | (value < 64 ? 1UL << value : throw new ColumnNotKeptException(choice.Column, "64 values")));
        }

        return new BlockFilter([.. masks]);
    }

    /// <summary>The value of a column of blocks that a mention has.</summary>
    public int ValueOf(TextMatch match, string column) => Blocks.ValueOf(match, ColumnOf(column));

    /// <summary>The record of a mention.</summary>
    public int RecordOf(TextMatch match) => Stored.Blocks[match.Block].Record;

    /// <summary>Whether a choice of plans lets it through.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="extra">The further columns that any plan has.</param>
    public bool Passes(PlanChoice choice, IEnumerable<string> extra)
    {
        var metadata = Stored.Metadata;
        List<string>? values = choice.Column switch
        {
            "region" => metadata.RegionPath.IsEmpty
                ? [PlanMetadata.Unknown]
                : [.. metadata.RegionPath.Select((_, at) => string.Join('/', metadata.RegionPath.Take(at + 1)))],
            "level" => [metadata.Level],
            "period" => [metadata.Period],
            "type" => [metadata.Type],
            "plan" => [Stored.Id],
            _ => extra.Contains(choice.Column) ? [metadata.Extra.GetValueOrDefault(choice.Column, PlanMetadata.Unknown)] : null,
        };
        return values is not null
            && (choice.Included.IsEmpty || values.Exists(choice.Included.Contains))
            && !values.Exists(choice.Excluded.Contains);
    }

    private static int ColumnOf(string name) =>
        BlockColumnsKept.IndexOf(name) is >= 0 and var column
            ? column
            : throw new ColumnNotKeptException(name, string.Join(' ', BlockColumnsKept));
}
