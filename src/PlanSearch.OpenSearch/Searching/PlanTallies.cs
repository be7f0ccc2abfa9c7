using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>What is counted of a request, plan by plan: by reading it, or as the cluster says.</summary>
/// <param name="request">The request.</param>
/// <param name="plans">How many plans there are.</param>
/// <param name="selection">Those that are searched.</param>
internal sealed class PlanTallies(TallyRequest request, int plans, PlanSelection selection)
{
    private readonly BlockFilter _filter = BlockColumns.FilterOf(request.Blocks);
    private readonly List<(int Plan, int Kind, long Count)> _aside = [];

    /// <summary>By number of the plan.</summary>
    public int[] Mentions { get; } = new int[plans];

    /// <summary>By number of the plan, its records with mentions.</summary>
    public int[] Records { get; } = new int[plans];

    /// <summary>Of the plans searched.</summary>
    public long LongerRuns { get; private set; }

    /// <summary>How many of the plans searched were read.</summary>
    public int Verified { get; private set; }

    /// <summary>Of what is set aside, how much, by plan and kind.</summary>
    public IReadOnlyList<(int Plan, int Kind, long Count)> Aside => _aside;

    /// <summary>The columns of blocks that are counted by.</summary>
    public ImmutableArray<BlockFacet> Facets { get; } =
        [.. request.Facets.Where(BlockColumns.All.Contains).Select(name => new BlockFacet(name, request.Blocks))];

    /// <summary>Whether the plan is searched.</summary>
    public bool IsSearched(int plan) => selection.Contains(plan);

    /// <summary>Counts a plan by what the matcher found in it.</summary>
    /// <returns>Its mentions under the filter on blocks.</returns>
    public List<TextMatch> Read(int plan, TextBlocks text, TextMatches found)
    {
        var mentions = found.Mentions.Where(match => text.IsAllowed(match, _filter)).ToList();
        (Mentions[plan], Records[plan]) = (mentions.Count, mentions.Select(match => text.Levels[0][match.Block]).Distinct().Count());
        foreach (var (kind, count) in found.Aside.CountBy(match => text.Columns[PlanRanks.KindColumn][match.Block]))
        {
            AddAside(plan, kind, count);
        }

        if (IsSearched(plan))
        {
            Verified++;
            AddLongerRuns(found.LongerRuns);
            foreach (var facet in Facets)
            {
                facet.Read(text, found.Mentions);
            }
        }

        return mentions;
    }

    /// <summary>What is set aside of a plan.</summary>
    public void AddAside(int plan, int kind, long count) => _aside.Add((plan, kind, count));

    /// <summary>Occurrences in plans that are searched, which only the rule of whole runs left out.</summary>
    public void AddLongerRuns(long count) => LongerRuns += count;
}

/// <summary>What is counted by a column of blocks, of the plans that are searched.</summary>
/// <param name="name">The column.</param>
/// <param name="blocks">The choices of the request; those of this column that may be lifted are.</param>
internal sealed class BlockFacet(string name, ImmutableArray<BlockChoice> blocks)
{
    private readonly int _column = BlockColumns.RankOf(name);
    private readonly BlockFilter _filter = BlockColumns.FilterOf(Lifted(name, blocks));
    private readonly UnitCounts[] _byValue = new UnitCounts[BlockColumns.MaxValues];

    /// <summary>The column.</summary>
    public string Name => name;

    /// <summary>The choices that hold for it.</summary>
    public ImmutableArray<BlockChoice> Choices { get; } = Lifted(name, blocks);

    /// <summary>By the number of the value.</summary>
    public ImmutableArray<UnitCounts> ByValue => [.. _byValue];

    /// <summary>Counts a plan.</summary>
    public void Read(TextBlocks text, ImmutableArray<TextMatch> mentions)
    {
        foreach (var value in mentions.Where(match => text.IsAllowed(match, _filter)).GroupBy(match => text.ValueOf(match, _column)))
        {
            Add(value.Key, new UnitCounts(value.Count(), value.Select(match => text.Levels[0][match.Block]).Distinct().Count(), 1));
        }
    }

    /// <summary>Adds counts of other plans.</summary>
    public void Add(int value, UnitCounts counts)
    {
        ref var sum = ref _byValue[value];
        sum = new UnitCounts(sum.Mentions + counts.Mentions, sum.Records + counts.Records, sum.Plans + counts.Plans);
    }

    private static ImmutableArray<BlockChoice> Lifted(string name, ImmutableArray<BlockChoice> blocks) =>
        blocks.RemoveAll(choice => choice.Column == name && !choice.IsLasting);
}
