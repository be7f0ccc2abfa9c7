using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>What is known of a plan by its document.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="Records">Its records.</param>
/// <param name="Length">Code units of the blocks that are searched.</param>
/// <param name="Titled">Code units of the longest block that has 《》.</param>
internal sealed record ClusterPlan(PlanFacts Facts, int Records, long Length, int Titled);

/// <summary>The plans of a generation, in memory.</summary>
internal sealed class GenerationPlans
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _byNumber = [];

    /// <param name="numbers">The numbers of their documents, rising.</param>
    /// <param name="entries">What is known of each.</param>
    public GenerationPlans(ImmutableArray<long> numbers, ImmutableArray<ClusterPlan> entries)
    {
        (Numbers, Entries) = (numbers, entries);
        Table = SnapshotPlans.Of([.. entries.Select(entry => entry.Facts)]);
        Records = entries.Sum(entry => (long)entry.Records);
        Length = entries.Sum(entry => entry.Length);
        Longest = entries.Select(entry => entry.Length).DefaultIfEmpty().Max();
        LongestTitled = entries.Select(entry => entry.Titled).DefaultIfEmpty().Max();
        for (var plan = 0; plan < numbers.Length; plan++)
        {
            _byNumber.Add(numbers[plan], plan);
            if (!_byId.TryAdd(entries[plan].Facts.Id, plan))
            {
                throw new IndexDamagedException($"plan {entries[plan].Facts.Id}", offset: -1, "it is twice in one generation");
            }
        }
    }

    public ImmutableArray<long> Numbers { get; }

    public ImmutableArray<ClusterPlan> Entries { get; }

    /// <summary>What is filtered, counted and ordered by.</summary>
    public SnapshotPlans Table { get; }

    public long Records { get; }

    public long Length { get; }

    /// <summary>The length of the longest.</summary>
    public long Longest { get; }

    /// <summary>The length of the longest block that has 《》.</summary>
    public int LongestTitled { get; }

    /// <summary>The plan with an id; -1 when there is none.</summary>
    public int Find(string id) => _byId.GetValueOrDefault(id, -1);

    /// <summary>The plan of a document.</summary>
    public int Of(long number) => _byNumber.TryGetValue(number, out var plan)
        ? plan
        : throw new IndexDamagedException($"document {number}", offset: -1, "the cluster finds it in a generation that does not have it");
}
