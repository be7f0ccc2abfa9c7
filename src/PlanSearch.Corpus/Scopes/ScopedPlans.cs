using System.Collections.Frozen;
using System.Collections.Immutable;
using PlanSearch.Index.Port;

namespace PlanSearch.Corpus.Scopes;

/// <summary>The plans of a scope: what each is called in the whole snapshot and within, made once for each scope of a generation.</summary>
internal sealed class ScopedPlans
{
    private readonly ImmutableArray<int> _numbers;
    private readonly int[] _own;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _ranks;

    /// <param name="choices">What the scope is confined to.</param>
    /// <param name="numbers">Its plans by their numbers in the whole snapshot, rising.</param>
    /// <param name="columns">What they are told apart by, numbered from 0.</param>
    /// <param name="whole">What all plans are told apart by.</param>
    public ScopedPlans(ImmutableArray<PlanChoice> choices, ImmutableArray<int> numbers, PlanColumns columns, PlanColumns whole)
    {
        (Choices, _numbers, Columns) = (choices, numbers, columns);
        _own = new int[whole.Plans];
        Array.Fill(_own, -1);
        for (var number = 0; number < numbers.Length; number++)
        {
            _own[numbers[number]] = number;
        }

        _ranks = columns.All.ToFrozenDictionary(
            column => column.Name,
            column => ImmutableArray.CreateRange(column.Values, whole.Find(column.Name)!.RankOf),
            StringComparer.Ordinal);
    }

    /// <summary>What the scope is confined to.</summary>
    public ImmutableArray<PlanChoice> Choices { get; }

    /// <summary>What the plans are told apart by, numbered from 0.</summary>
    public PlanColumns Columns { get; }

    /// <summary>How many there are.</summary>
    public int Count => _numbers.Length;

    /// <summary>The number of a plan in the whole snapshot.</summary>
    public int WholeOf(int own) => _numbers[own];

    /// <summary>The number of a plan within the scope; -1 for one outside.</summary>
    public int OwnOf(int whole) => _own[whole];

    /// <summary>A facet of the whole snapshot with the values that there are in the scope.</summary>
    public FacetTally Own(FacetTally tally) => tally.ByValue.IsEmpty || !_ranks.TryGetValue(tally.Column, out var ranks)
        ? tally
        : tally with { ByValue = ImmutableArray.CreateRange(ranks, rank => tally.ByValue[rank]) };
}
