using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using PlanSearch.Corpus.Queries;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Answers;

/// <summary>The filters of a request over one generation: which plans are in scope, which blocks take part.</summary>
internal sealed class ResolvedFilters
{
    private const int MaxNamed = 30;

    /// <summary>A filter of the request failed: a facet is counted without its own.</summary>
    private const int LiftableFailure = 1;

    /// <summary>A filter that is written into the query failed: it holds for every facet.</summary>
    private const int LastingFailure = 2;

    private readonly FacetCatalog _catalog;
    private readonly ImmutableSortedDictionary<string, FacetSelection> _selections;
    private readonly ulong[] _queryMasks = AllAllowed();

    // By plan; empty while every plan is in scope.
    private readonly byte[] _failures = [];
    private readonly FacetField?[] _failed = [];

    private ResolvedFilters(FacetCatalog catalog, int plans)
    {
        (_catalog, _selections) = (catalog, ImmutableSortedDictionary<string, FacetSelection>.Empty);
        (Plans, Blocks) = (plans, BlockFilter.All);
        InScope = [.. Enumerable.Repeat(true, plans)];
    }

    private ResolvedFilters(
        FacetCatalog catalog, ImmutableSortedDictionary<string, FacetSelection> selections, List<(FacetField Field, FacetSelection Selection)> ofQuery)
    {
        (_catalog, _selections) = (catalog, selections);
        (Plans, InScope) = (catalog.Unfiltered.Plans, catalog.Unfiltered.InScope);
        var ofPlans = _catalog.Fields.OfType<PlanFacetField>()
            .Where(field => selections.ContainsKey(field.Name))
            .Select(field => (Field: field, Selection: selections[field.Name], Failure: LiftableFailure))
            .Concat(ofQuery.Where(filter => filter.Field is PlanFacetField)
                .Select(filter => (Field: (PlanFacetField)filter.Field, filter.Selection, Failure: LastingFailure)))
            .ToList();
        if (ofPlans.Count > 0)
        {
            _failures = new byte[Plans];
            _failed = new FacetField?[Plans];
            foreach (var (field, selection, failure) in ofPlans)
            {
                Narrow(field, selection, failure);
            }

            InScope = ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(_failures, failures => failures == 0));
            Plans = _failures.AsSpan().Count((byte)0);
        }

        foreach (var (field, selection) in ofQuery)
        {
            if (field is BlockFacetField blocks)
            {
                _queryMasks[blocks.Column] &= Mask(blocks, selection);
            }
        }

        Blocks = BlocksWithout(null);
    }

    /// <summary>No filters.</summary>
    /// <param name="catalog">The facets of the plans.</param>
    /// <param name="plans">How many there are.</param>
    public static ResolvedFilters None(FacetCatalog catalog, int plans) => new(catalog, plans);

    /// <summary>Whether each plan, by number, satisfies the filters on plans.</summary>
    public ImmutableArray<bool> InScope { get; }

    /// <summary>How many plans do.</summary>
    public int Plans { get; }

    /// <summary>Whether all plans do.</summary>
    public bool HasEveryPlan => Plans == InScope.Length;

    /// <summary>The filters on blocks.</summary>
    public BlockFilter Blocks { get; }

    /// <summary>The filters of a request and those written into its query, or the first name or value that the collection does not have.</summary>
    /// <param name="catalog">The facets of the plans.</param>
    /// <param name="filters">What is chosen.</param>
    /// <param name="query">The query with filters of its own; null for one without.</param>
    public static Outcome<ResolvedFilters> Resolve(
        FacetCatalog catalog, ImmutableSortedDictionary<string, FacetSelection> filters, NarrowedQuery? query)
    {
        if (filters.IsEmpty && query is null)
        {
            return catalog.Unfiltered;
        }

        var selections = filters.RemoveRange(filters.Where(filter => filter.Value.IsEmpty).Select(filter => filter.Key));
        foreach (var (name, selection) in selections)
        {
            if (catalog.Find(name) is not { } field)
            {
                return new RequestFault("unknown_facet", $"没有筛选项“{name}”。可用的有：{Named(catalog.Fields.Select(known => known.Name))}。");
            }

            foreach (var value in selection.Included.Concat(selection.Excluded))
            {
                if (field.RankOf(value) < 0)
                {
                    return new RequestFault("unknown_value", $"筛选项“{field.Label}”（{name}）没有值“{value}”。现有的值：{Named(field.Values)}。");
                }
            }
        }

        var ofQuery = new List<(FacetField, FacetSelection)>();
        foreach (var filter in query?.Filters ?? [])
        {
            var (field, selection, fault) = FieldValues.Resolve(catalog, filter, query!);
            if (fault is not null)
            {
                return fault;
            }

            ofQuery.Add((field, selection));
        }

        return new ResolvedFilters(catalog, selections, ofQuery);
    }

    /// <summary>What is chosen of a facet; <see cref="FacetSelection.None"/> when nothing is.</summary>
    public FacetSelection SelectionOf(string name) => _selections.GetValueOrDefault(name, FacetSelection.None);

    /// <summary>Whether a plan satisfies all filters on plans but that of <paramref name="field"/>.</summary>
    public bool IsInScopeWithout(int plan, FacetField field) =>
        InScope[plan] || (_failures[plan] == LiftableFailure && ReferenceEquals(_failed[plan], field));

    /// <summary>The filters on blocks but that of <paramref name="lifted"/>.</summary>
    public BlockFilter BlocksWithout(FacetField? lifted)
    {
        var masks = (ulong[])_queryMasks.Clone();
        foreach (var field in _catalog.Fields)
        {
            if (field is BlockFacetField blocks && !ReferenceEquals(field, lifted) && _selections.TryGetValue(field.Name, out var selection))
            {
                masks[blocks.Column] &= Mask(blocks, selection);
            }
        }

        return masks.AsSpan().ContainsAnyExcept(ulong.MaxValue) ? new BlockFilter([.. masks]) : BlockFilter.All;
    }

    /// <summary>The filters as a certificate lists them: excluded values with a leading "-".</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Stated =>
        _selections.ToImmutableSortedDictionary(selection => selection.Key, selection => selection.Value.Stated);

    private void Narrow(PlanFacetField field, FacetSelection selection, int failure)
    {
        var included = Chosen(field, selection.Included);
        var excluded = Chosen(field, selection.Excluded);
        for (var plan = 0; plan < _failures.Length; plan++)
        {
            var isIncluded = selection.Included.IsEmpty;
            var isExcluded = false;
            foreach (var rank in field.ByPlan[plan])
            {
                isIncluded |= included[rank];
                isExcluded |= excluded[rank];
            }

            if (!isIncluded || isExcluded)
            {
                // Which filter failed matters only while it is the only one.
                _failures[plan] = (byte)Math.Min(_failures[plan] + failure, LastingFailure);
                _failed[plan] = field;
            }
        }
    }

    private static bool[] Chosen(FacetField field, ImmutableArray<string> values)
    {
        var chosen = new bool[field.Values.Length];
        foreach (var value in values)
        {
            chosen[field.RankOf(value)] = true;
        }

        return chosen;
    }

    private static ulong[] AllAllowed()
    {
        var masks = new ulong[Index.PlanSchema.Schema.Columns.Length];
        Array.Fill(masks, ulong.MaxValue);
        return masks;
    }

    private static ulong Mask(BlockFacetField field, FacetSelection selection)
    {
        var mask = selection.Included.IsEmpty ? ulong.MaxValue : 0;
        foreach (var value in selection.Included)
        {
            mask |= 1UL << field.RankOf(value);
        }

        foreach (var value in selection.Excluded)
        {
            mask &= ~(1UL << field.RankOf(value));
        }

        return mask;
    }

    /// <summary>Names for a message, the first of many.</summary>
    internal static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= MaxNamed
            ? string.Join('、', all)
            : $"{string.Join('、', all.Take(MaxNamed))}等{all.Count.ToString(CultureInfo.InvariantCulture)}个";
    }
}
