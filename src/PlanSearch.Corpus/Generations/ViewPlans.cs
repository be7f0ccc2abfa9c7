using System.Collections.Concurrent;
using System.Collections.Immutable;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Index.Port;

namespace PlanSearch.Corpus.Generations;

/// <summary>The plans of a view as they are kept in memory. Never changes, but for what is made of it at the first call.</summary>
internal sealed class ViewPlans
{
    /// <summary>More scopes than that are made anew with each call.</summary>
    private const int MaxScopes = 16;

    private readonly Dictionary<string, (ScopedPlans Numbers, ViewPlans Plans)> _scopes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, object> _kept = [];

    private ViewPlans(ImmutableArray<PlanEntry> entries, PlanColumns columns, PlanOrder order)
    {
        (Entries, Columns, Order) = (entries, columns, order);
        InOrder = [.. entries.OrderBy(entry => entry.OrderKey, StringComparer.Ordinal)
            .ThenBy(entry => entry.Summary.Id, StringComparer.Ordinal)];
        Names = [.. entries.Select(entry => entry.Name)];
        IsFragment = [.. entries.Select(entry => entry.IsFragment)];
        Fragments = [.. InOrder.Where(entry => entry.IsFragment)];
        Complete = [.. InOrder.Where(entry => !entry.IsFragment).Select(entry => entry.Name)];
        Partial = [.. Fragments.Select(entry => entry.Summary.Id)];
    }

    /// <summary>The plans by their number in the snapshot.</summary>
    public ImmutableArray<PlanEntry> Entries { get; }

    /// <summary>In the order in which lists name them: by divisions, the id decides between equals.</summary>
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

    /// <summary>What they are told apart by.</summary>
    public PlanColumns Columns { get; }

    /// <summary>The division order.</summary>
    public PlanOrder Order { get; }

    public static ViewPlans Load(IPlanSnapshot snapshot, PlanOrder order)
    {
        var facts = snapshot.Facts([.. Enumerable.Range(0, snapshot.PlanCount)]);
        return new ViewPlans(TwinPlans.ToldApart([.. facts.Select((plan, number) => PlanEntry.Of(number, plan))]), snapshot.Columns, order);
    }

    /// <summary>What somebody makes of the plans at the first call, one of a type: kept as long as they are.</summary>
    /// <param name="make">May run twice where two ask at once; both are given the same.</param>
    public T Kept<T>(Func<ViewPlans, T> make)
        where T : class => (T)_kept.GetOrAdd(typeof(T), static (_, wanted) => wanted.make(wanted.plans), (make, plans: this));

    /// <summary>Those of them within a scope, numbered anew.</summary>
    public (ScopedPlans Numbers, ViewPlans Plans) Within(PlanScope scope)
    {
        lock (_scopes)
        {
            if (_scopes.TryGetValue(scope.Key, out var known))
            {
                return known;
            }
        }

        var selected = Columns.Select(new PlanFilter { Scope = scope.Choices });
        ImmutableArray<int> numbers = [.. Enumerable.Range(0, Entries.Length).Where(selected.Contains)];
        ImmutableArray<PlanEntry> entries = [.. numbers.Select((number, own) => Entries[number] with { Number = own })];
        var columns = PlanColumns.Of([.. entries.Select(entry => entry.Traits)]);
        var plans = (new ScopedPlans(scope.Choices, numbers, columns, Columns), new ViewPlans(entries, columns, Order));
        lock (_scopes)
        {
            return _scopes.Count < MaxScopes && _scopes.TryAdd(scope.Key, plans) ? plans : _scopes.GetValueOrDefault(scope.Key, plans);
        }
    }
}
