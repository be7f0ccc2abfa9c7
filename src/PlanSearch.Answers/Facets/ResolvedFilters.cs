using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Facets;

/// <summary>The filters of a request over one generation, as the index is asked for them.</summary>
internal sealed class ResolvedFilters
{
    private const int MaxNamed = 30;

    private readonly ImmutableSortedDictionary<string, FacetSelection> _selections;
    private readonly Lazy<PlanSelection> _selected;

    private ResolvedFilters(
        FacetCatalog catalog,
        ImmutableSortedDictionary<string, FacetSelection> selections,
        IReadOnlyList<(FacetField Field, FacetSelection Selection)> ofQuery)
    {
        _selections = selections;
        var chosen = selections.Select(selection => (Field: catalog.Find(selection.Key)!, Selection: selection.Value)).ToList();
        Plans = new PlanFilter
        {
            Chosen = [.. chosen.Where(one => one.Field is PlanFacetField).Select(one => ChoiceOf(one.Field, one.Selection))],
            Lasting = [.. ofQuery.Where(one => one.Field is PlanFacetField).Select(one => ChoiceOf(one.Field, one.Selection))],
        };
        Blocks =
        [
            .. chosen.Where(one => one.Field is BlockFacetField).Select(one => Allowed(one.Field, one.Selection)),
            .. ofQuery.Where(one => one.Field is BlockFacetField)
                .Select(one => Allowed(one.Field, one.Selection) with { IsLasting = true }),
        ];
        _selected = new(() => catalog.Columns.Select(Plans));
    }

    /// <summary>No filters.</summary>
    /// <param name="catalog">The facets of the plans.</param>
    public static ResolvedFilters None(FacetCatalog catalog) => new(catalog, ImmutableSortedDictionary<string, FacetSelection>.Empty, []);

    /// <summary>What is chosen of whole plans, by the request and in the query.</summary>
    public PlanFilter Plans { get; }

    /// <summary>What is chosen of blocks, by the request and then in the query; empty where every block counts.</summary>
    public ImmutableArray<BlockChoice> Blocks { get; }

    /// <summary>Whether no plan is filtered out by what the request says.</summary>
    public bool HasEveryPlan => Plans.IsEmpty;

    /// <summary>Whether each plan, by number, satisfies the filters on plans.</summary>
    public PlanSelection Selected => _selected.Value;

    /// <summary>
    /// The filters of a request and those written into its query, or the first name or value that the collection does not have.
    /// </summary>
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
                return new RequestFault(
                    FaultKinds.UnknownFacet, $"没有筛选项“{name}”。可用的有：{Named(catalog.Fields.Select(known => known.Name))}。");
            }

            foreach (var value in selection.Included.Concat(selection.Excluded))
            {
                if (field.RankOf(value) < 0)
                {
                    return new RequestFault(FaultKinds.UnknownValue, $"筛选项“{field.Label}”（{name}）没有值“{value}”。现有的值：{Named(field.Values)}。");
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

    /// <summary>The filters as a certificate lists them: excluded values with a leading "-".</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Stated =>
        _selections.ToImmutableSortedDictionary(selection => selection.Key, selection => selection.Value.Stated);

    private static PlanChoice ChoiceOf(FacetField field, FacetSelection selection) =>
        new(field.Name, selection.Included, selection.Excluded);

    private static BlockChoice Allowed(FacetField field, FacetSelection selection)
    {
        var included = selection.Included.IsEmpty ? field.Values : selection.Included;
        return new BlockChoice(field.Name, [.. included.Except(selection.Excluded).Select(field.RankOf)]);
    }

    /// <summary>Names for a message, the first of many.</summary>
    internal static string Named(IEnumerable<string> names)
    {
        var all = names.Select(PlanMetadata.InWords).ToList();
        return all.Count <= MaxNamed
            ? string.Join('、', all)
            : $"{string.Join('、', all.Take(MaxNamed))}等{all.Count.ToString(CultureInfo.InvariantCulture)}个";
    }
}
