using System.Collections.Immutable;

namespace PlanSearch.Index.Port;

/// <summary>A column of plans: the values there are, and which of them each plan has.</summary>
public sealed class PlanColumn
{
    private readonly Dictionary<string, int> _rankOf;

    // The ranks plan after plan, and where each plan's begin; without the latter every plan has one.
    private readonly int[] _ranks;
    private readonly int[]? _starts;

    private PlanColumn(string name, Dictionary<string, int> rankOf, int[] ranks, int[]? starts)
    {
        (Name, _rankOf, _ranks, _starts) = (name, rankOf, ranks, starts);
        var values = new string[rankOf.Count];
        foreach (var (value, rank) in rankOf)
        {
            values[rank] = value;
        }

        Values = [.. values];
    }

    /// <summary>What filters and facets name it by.</summary>
    public string Name { get; }

    /// <summary>The values, by rank; the order says nothing.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>The rank of a value; -1 when no plan has it.</summary>
    public int RankOf(string value) => _rankOf.GetValueOrDefault(value, -1);

    /// <summary>The ranks of a plan's values: one, or in a tree one for each step.</summary>
    public ReadOnlySpan<int> RanksOf(int plan) =>
        _starts is null ? _ranks.AsSpan(plan, 1) : _ranks.AsSpan(_starts[plan].._starts[plan + 1]);

    internal static PlanColumn Flat(string name, IReadOnlyList<PlanTraits> plans, Func<PlanTraits, string> valueOf)
    {
        var rankOf = new Dictionary<string, int>(StringComparer.Ordinal);
        return new PlanColumn(name, rankOf, [.. plans.Select(plan => RankIn(rankOf, valueOf(plan)))], starts: null);
    }

    internal static PlanColumn Tree(string name, IReadOnlyList<PlanTraits> plans, Func<PlanTraits, string> pathOf)
    {
        var rankOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var (ranks, starts) = (new List<int>(), new List<int> { 0 });
        foreach (var path in plans.Select(pathOf))
        {
            for (var end = 0; end < path.Length; end++)
            {
                end = path.IndexOf('/', end) is >= 0 and var step ? step : path.Length;
                ranks.Add(RankIn(rankOf, path[..end]));
            }

            starts.Add(ranks.Count);
        }

        return new PlanColumn(name, rankOf, [.. ranks], [.. starts]);
    }

    private static int RankIn(Dictionary<string, int> rankOf, string value)
    {
        if (!rankOf.TryGetValue(value, out var rank))
        {
            rankOf.Add(value, rank = rankOf.Count);
        }

        return rank;
    }
}
