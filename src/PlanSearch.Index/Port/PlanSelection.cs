using System.Collections.Immutable;

namespace PlanSearch.Index.Port;

/// <summary>The plans of a snapshot that a filter lets through.</summary>
public sealed class PlanSelection
{
    /// <summary>A choice failed that its own facet is counted without.</summary>
    private const int ChosenFailure = 1;

    /// <summary>A choice failed that holds for every facet.</summary>
    private const int LastingFailure = 2;

    // By plan; empty where every plan is let through.
    private readonly byte[] _failures;
    private readonly string?[] _failed;

    private PlanSelection(PlanColumns columns, PlanFilter filter)
    {
        Total = columns.Plans;
        (_failures, _failed) = filter.IsEmpty ? ([], []) : (new byte[Total], new string?[Total]);
        foreach (var choice in filter.Scope.AddRange(filter.Lasting))
        {
            Narrow(columns.Find(choice.Column), choice, LastingFailure);
        }

        foreach (var choice in filter.Chosen)
        {
            Narrow(columns.Find(choice.Column), choice, ChosenFailure);
        }

        Count = filter.IsEmpty ? Total : _failures.AsSpan().Count((byte)0);
    }

    /// <summary>How many plans are let through.</summary>
    public int Count { get; }

    /// <summary>How many plans there are.</summary>
    public int Total { get; }

    /// <summary>Whether every plan is let through, also where filters happen to exclude none.</summary>
    public bool IsEvery => Count == Total;

    /// <summary>Whether a plan is let through.</summary>
    public bool Contains(int plan) => _failures.Length == 0 || _failures[plan] == 0;

    /// <summary>Whether a plan is let through, the choice of one column left out.</summary>
    public bool ContainsWithout(int plan, string column) =>
        _failures.Length == 0 || _failures[plan] == 0 || (_failures[plan] == ChosenFailure && _failed[plan] == column);

    internal static PlanSelection Of(PlanColumns columns, PlanFilter filter) => new(columns, filter);

    private void Narrow(PlanColumn? column, PlanChoice choice, int failure)
    {
        var included = Ranks(column, choice.Included);
        var excluded = Ranks(column, choice.Excluded);
        for (var plan = 0; plan < _failures.Length; plan++)
        {
            var isIncluded = choice.Included.IsEmpty && column is not null;
            var isExcluded = false;
            foreach (var rank in column is null ? [] : column.RanksOf(plan))
            {
                isIncluded |= included[rank];
                isExcluded |= excluded[rank];
            }

            if (!isIncluded || isExcluded)
            {
                // Which choice failed matters only while it is the only one.
                _failures[plan] = (byte)Math.Min(_failures[plan] + failure, LastingFailure);
                _failed[plan] = choice.Column;
            }
        }
    }

    private static bool[] Ranks(PlanColumn? column, ImmutableArray<string> values)
    {
        var chosen = new bool[column?.Values.Length ?? 0];
        foreach (var value in values)
        {
            if (column?.RankOf(value) is { } rank and >= 0)
            {
                chosen[rank] = true;
            }
        }

        return chosen;
    }
}
