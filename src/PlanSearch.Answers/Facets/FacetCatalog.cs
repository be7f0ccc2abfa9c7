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
        ImmutableArray<FacetField> ofBlocks =
        [
            new BlockFacetField(FacetNames.Part, Labels.Of(FacetNames.Part), PlanParts.PartNames),
            new BlockFacetField(FacetNames.Section, Labels.Of(FacetNames.Section), PlanParts.SectionNames),
            new BlockFacetField(FacetNames.Context, Labels.Of(FacetNames.Context), PlanParts.ContextNames),
        ];
        var fields = ImmutableArray.CreateBuilder<FacetField>();
        foreach (var column in columns.All)
        {
            fields.Add(Field(column, order));
            if (column.Name == FacetNames.Type)
            {
                fields.AddRange(ofBlocks);
            }
        }

        return new FacetCatalog(columns, fields.ToImmutable());
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

    private static PlanFacetField Field(PlanColumn column, PlanOrder order) => column.Name switch
    {
        FacetNames.Region => Ordered(column, Labels.Of(column.Name), value => order.RegionKey(PathOf(value)), isTree: true),
        FacetNames.Level => Ordered(column, Labels.Of(column.Name), PlanOrder.LevelKey),
        FacetNames.Period => Ordered(column, Labels.Of(column.Name), PlanOrder.PeriodKey),
        FacetNames.Type => Ordered(column, Labels.Of(column.Name), PlanOrder.TypeKey),
        FacetNames.Plan => Ordered(column, Labels.Of(column.Name), id => id) with { IsListed = false },
        _ => Ordered(column, column.Name, UnknownLast),
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
