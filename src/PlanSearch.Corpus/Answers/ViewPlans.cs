using System.Collections.Immutable;
using PlanSearch.Corpus.Index.Port;
using PlanSearch.Corpus.Scopes;

namespace PlanSearch.Corpus.Answers;

/// <summary>The plans of a view as they are kept in memory. Never changes, but for what is made of it at the first call.</summary>
internal sealed class ViewPlans
{
    /// <summary>More scopes than that are made anew with each call.</summary>
    private const int MaxScopes = 16;

    private readonly Dictionary<string, ScopedPlans> _scopes = new(StringComparer.Ordinal);
    private readonly PlanOrder _order;

    private ViewPlans(ImmutableArray<PlanEntry> entries, PlanColumns columns, PlanOrder order)
    {
        (Entries, _order) = (entries, order);
        InOrder = [.. entries.OrderBy(entry => entry.OrderKey, StringComparer.Ordinal).ThenBy(entry => entry.Summary.Id, StringComparer.Ordinal)];
        Names = [.. entries.Select(entry => entry.Name)];
        IsFragment = [.. entries.Select(entry => entry.IsFragment)];
        Fragments = [.. InOrder.Where(entry => entry.IsFragment)];
        Complete = [.. InOrder.Where(entry => !entry.IsFragment).Select(entry => entry.Name)];
        Partial = [.. Fragments.Select(entry => entry.Summary.Id)];
        Facets = FacetCatalog.Of(columns, order);
    }

    /// <summary>The plans by their number in the snapshot.</summary>
    public ImmutableArray<PlanEntry> Entries { get; }

    /// <summary>The plans in division order.</summary>
    public ImmutableArray<PlanEntry> InOrder { get; }

    /// <summary>Their names, by their number too: side by side in memory, for lists of a thousand are made with every page.</summary>
    public ImmutableArray<PlanName> Names { get; }

    /// <summary>Whether the text of each is a fragment, by their number.</summary>
    public ImmutableArray<bool> IsFragment { get; }

    /// <summary>The names of those whose text is whole, in division order.</summary>
    public ImmutableArray<PlanName> Complete { get; }

    /// <summary>Those whose text is a fragment, in division order.</summary>
    public ImmutableArray<PlanEntry> Fragments { get; }

    /// <summary>Their ids.</summary>
    public ImmutableArray<string> Partial { get; }

    public FacetCatalog Facets { get; }

    public ViewWords Words { get; } = new();

    public static ViewPlans Load(IPlanSnapshot snapshot, PlanOrder order)
    {
        var facts = snapshot.Facts([.. Enumerable.Range(0, snapshot.PlanCount)]);
        return new ViewPlans(TwinPlans.ToldApart([.. facts.Select((plan, number) => PlanEntry.Of(number, plan))]), snapshot.Columns, order);
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

        var selected = Facets.Columns.Select(new PlanFilter { Scope = scope.Choices });
        ImmutableArray<int> numbers = [.. Enumerable.Range(0, Entries.Length).Where(selected.Contains)];
        ImmutableArray<PlanEntry> entries = [.. numbers.Select((number, own) => Entries[number] with { Number = own })];
        var columns = PlanColumns.Of([.. entries.Select(entry => entry.Traits)]);
        var plans = new ScopedPlans(scope.Choices, numbers, new ViewPlans(entries, columns, _order), Facets.Columns);
        lock (_scopes)
        {
            return _scopes.Count < MaxScopes && _scopes.TryAdd(scope.Key, plans) ? plans : _scopes.GetValueOrDefault(scope.Key, plans);
        }
    }
}
