using System.Collections.Immutable;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Answers.Facets;

/// <summary>The facets of a generation, in the order they are shown.</summary>
internal sealed class FacetCatalog
{
    private FacetCatalog(PlanColumns columns, ImmutableArray<FacetField> fields)
    {
        (Columns, Fields) = (columns, fields);
        Listed = [.. fields.Where(field => field is not PlanFacetField { IsListed: false })];
        ListedNames = [.. Listed.Select(field => field.Name)];
        Unfiltered = ResolvedFilters.None(this);
    }

    /// <summary>What the plans are told apart by.</summary>
    public PlanColumns Columns { get; }

    public ImmutableArray<FacetField> Fields { get; }

    /// <summary>Those of them that answers count.</summary>
    public ImmutableArray<FacetField> Listed { get; }

    /// <summary>Their names, in the same order.</summary>
    public ImmutableArray<string> ListedNames { get; }

    /// <summary>What holds for every request that filters nothing.</summary>
    public ResolvedFilters Unfiltered { get; }

    /// <summary>The facets of a generation, made once for it.</summary>
    public static FacetCatalog Of(CorpusView view) => view.Kept(static plans => Of(plans.Columns, plans.Order));

    /// <param name="columns">What the plans are told apart by.</param>
    /// <param name="order">The order of regions.</param>
    public static FacetCatalog Of(PlanColumns columns, PlanOrder order)
    {
        var own = PlanFacets.All.ToLookup<PlanFacet, bool, FacetField>(
            facet => facet.IsListed, facet => facet.IsOfBlocks ? OfBlocks(facet) : OfPlans(facet, columns, order));
        var further = columns.All.Where(column => PlanFacets.Find(column.Name) is null)
            .Select(column => Ordered(column, column.Name, UnknownLast));
        return new FacetCatalog(columns, [.. own[true], .. further, .. own[false]]);
    }

    /// <summary>The facet of that name; null when there is none.</summary>
    public FacetField? Find(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }

    private static PlanFacetField OfPlans(PlanFacet facet, PlanColumns columns, PlanOrder order) =>
        Ordered(columns.Find(facet.Name)!, facet.Label, KeyOf(facet.Name, order), facet.IsTree) with { IsListed = facet.IsListed };

    private static BlockFacetField OfBlocks(PlanFacet facet) => new(facet.Name, facet.Label, facet.Name switch
    {
        FacetNames.Part => PlanParts.PartNames,
        FacetNames.Section => PlanParts.SectionNames,
        FacetNames.Context => PlanParts.ContextNames,
        _ => throw new ArgumentException($"Nobody has said which values {facet.Name} has.", nameof(facet)),
    });

    // As they are spelt, but for what has an order of its own.
    private static Func<string, string> KeyOf(string facet, PlanOrder order) => facet switch
    {
        FacetNames.Region => value => order.RegionKey(PathOf(value)),
        FacetNames.Level => PlanOrder.LevelKey,
        FacetNames.Period => PlanOrder.PeriodKey,
        FacetNames.Type => PlanOrder.TypeKey,
        FacetNames.Plan => id => id,
        _ => UnknownLast,
    };

    private static PlanFacetField Ordered(PlanColumn column, string label, Func<string, string> keyOf, bool isTree = false)
    {
        ImmutableArray<int> ranks =
        [
            .. Enumerable.Range(0, column.Values.Length)
                .OrderBy(rank => keyOf(column.Values[rank]), StringComparer.Ordinal)
                .ThenBy(rank => column.Values[rank], StringComparer.Ordinal),
        ];
        return new PlanFacetField(column.Name, label, [.. ranks.Select(rank => column.Values[rank])], ranks, isTree);
    }

    private static string UnknownLast(string value) => value == PlanMetadata.Unknown ? "\uFFFF" : value;

    private static ImmutableArray<string> PathOf(string region) => region == PlanMetadata.Unknown ? [] : [.. region.Split('/')];
}
