using System.Collections.Immutable;
using PlanSearch.Corpus.Index;
using PlanSearch.Corpus.Scopes;

namespace PlanSearch.Corpus.Answers;

/// <summary>The plans of a view as they are kept in memory. Never changes, but for what is made of it at the first call.</summary>
internal sealed class ViewPlans
{
    /// <summary>More scopes than that are made anew with each call.</summary>
    private const int MaxScopes = 16;

    private readonly Dictionary<string, ScopedPlans> _scopes = new(StringComparer.Ordinal);
    private readonly PlanOrder _order;

    private ViewPlans(ImmutableArray<PlanEntry> entries, PlanOrder order)
    {
        (Entries, _order) = (entries, order);
        InOrder = [.. entries.OrderBy(entry => entry.OrderKey, StringComparer.Ordinal)];
        var ranks = new int[entries.Length];
        for (var rank = 0; rank < ranks.Length; rank++)
        {
            ranks[InOrder[rank].Number] = rank;
        }

        Ranks = [.. ranks];
        Complete = PlanGroup.Of(InOrder.Where(entry => !entry.IsFragment));
        Fragments = PlanGroup.Of(InOrder.Where(entry => entry.IsFragment));
        Facets = FacetCatalog.Of(entries, order);
    }

    /// <summary>The plans by their number in the snapshot.</summary>
    public ImmutableArray<PlanEntry> Entries { get; }

    /// <summary>The plans in division order.</summary>
    public ImmutableArray<PlanEntry> InOrder { get; }

    /// <summary>By number of the plan: its place in division order.</summary>
    public ImmutableArray<int> Ranks { get; }

    /// <summary>Those whose text is whole.</summary>
    public PlanGroup Complete { get; }

    /// <summary>Those whose text is a fragment.</summary>
    public PlanGroup Fragments { get; }

    public FacetCatalog Facets { get; }

    public SuggestionLists Suggestions { get; } = new();

    public static ViewPlans Load(IPlanSnapshot snapshot, PlanOrder order)
    {
        var entries = new PlanEntry[snapshot.PlanCount];
        Parallel.For(0, entries.Length, number => entries[number] = PlanEntry.Of(number, snapshot.Facts(number), order));
        return new ViewPlans(TwinPlans.ToldApart(entries), order);
    }

    /// <summary>Those of them within a scope, numbered anew.</summary>
    public ScopedPlans Within(PlanScope scope)
    {
        lock (_scopes)
        {
            if (_scopes.TryGetValue(scope.Key, out var known))
            {
                return known;
            }
        }

        var numbers = scope.PlansOf(Facets, Entries.Length);
        var plans = new ScopedPlans(numbers, new ViewPlans([.. numbers.Select((number, own) => Entries[number] with { Number = own })], _order));
        lock (_scopes)
        {
            return _scopes.Count < MaxScopes && _scopes.TryAdd(scope.Key, plans) ? plans : _scopes.GetValueOrDefault(scope.Key, plans);
        }
    }
}

/// <summary>The plans of a scope.</summary>
/// <param name="Numbers">Their numbers in the whole view, rising.</param>
/// <param name="Plans">They themselves, numbered from 0.</param>
internal sealed record ScopedPlans(ImmutableArray<int> Numbers, ViewPlans Plans);
