using System.Collections.Immutable;
using PlanSearch.Corpus.Index;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Answers;

/// <summary>The facets of a generation, in the order they are shown.</summary>
internal sealed class FacetCatalog
{
    private FacetCatalog(ImmutableArray<FacetField> fields, int plans)
    {
        Fields = fields;
        BlockFields = [.. fields.OfType<BlockFacetField>()];
        BlockColumns = [.. BlockFields.Select(field => field.Column)];
        Unfiltered = ResolvedFilters.None(this, plans);
    }

    public ImmutableArray<FacetField> Fields { get; }

    /// <summary>Those of them that are counted block by block.</summary>
    public ImmutableArray<BlockFacetField> BlockFields { get; }

    /// <summary>Their columns, in the same order.</summary>
    public ImmutableArray<int> BlockColumns { get; }

    /// <summary>What holds for every request that filters nothing.</summary>
    public ResolvedFilters Unfiltered { get; }

    /// <param name="entries">The plans by number.</param>
    /// <param name="order">The order of regions.</param>
    public static FacetCatalog Of(ImmutableArray<PlanEntry> entries, PlanOrder order)
    {
        var fields = new List<FacetField>
        {
            Regions(entries, order),
            Flat(FacetNames.Level, Labels.Of(FacetNames.Level), entries, entry => entry.Summary.Level, PlanOrder.LevelKey),
            Flat(FacetNames.Period, Labels.Of(FacetNames.Period), entries, entry => entry.Summary.Period, PlanOrder.PeriodKey),
            Flat(FacetNames.Type, Labels.Of(FacetNames.Type), entries, entry => entry.Summary.Type, PlanOrder.TypeKey),
            new BlockFacetField(FacetNames.Part, Labels.Of(FacetNames.Part), PlanSchema.PartNames, PlanSchema.PartColumn),
            new BlockFacetField(FacetNames.Section, Labels.Of(FacetNames.Section), PlanSchema.SectionNames, PlanSchema.SectionColumn),
            new BlockFacetField(FacetNames.Context, Labels.Of(FacetNames.Context), PlanSchema.ContextNames, PlanSchema.ContextColumn),
        };
        var plans = Flat(FacetNames.Plan, Labels.Of(FacetNames.Plan), entries, entry => entry.Summary.Id, id => id) with { IsListed = false };
        var taken = fields.Append(plans).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        fields.AddRange(entries.SelectMany(entry => entry.Extra.Keys).Where(taken.Add).Order(StringComparer.Ordinal).Select(
            column => Flat(column, column, entries, entry => entry.Extra.GetValueOrDefault(column, PlanMetadata.Unknown), UnknownLast)));
        fields.Add(plans);
        return new FacetCatalog([.. fields], entries.Length);
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

    private static string UnknownLast(string value) => value == PlanMetadata.Unknown ? "\uFFFF" : value;

    private static PlanFacetField Flat(
        string name, string label, ImmutableArray<PlanEntry> entries, Func<PlanEntry, string> valueOf, Func<string, string> keyOf)
    {
        ImmutableArray<string> values = [.. entries.Select(valueOf).Distinct().OrderBy(keyOf, StringComparer.Ordinal)];
        var ranks = values.Select((value, rank) => (value, rank)).ToDictionary(pair => pair.value, pair => pair.rank, StringComparer.Ordinal);
        return new PlanFacetField(name, label, values, [.. entries.Select(entry => ImmutableArray.Create(ranks[valueOf(entry)]))]);
    }

    // A region's value holds for all below it, so a plan counts for every step of its path.
    private static PlanFacetField Regions(ImmutableArray<PlanEntry> entries, PlanOrder order)
    {
        var paths = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var path in Steps(entry.Summary.RegionPath))
            {
                paths[Value(path)] = path;
            }
        }

        ImmutableArray<string> values =
            [.. paths.OrderBy(path => order.RegionKey(path.Value), StringComparer.Ordinal).ThenBy(path => path.Key, StringComparer.Ordinal).Select(path => path.Key)];
        var ranks = values.Select((value, rank) => (value, rank)).ToDictionary(pair => pair.value, pair => pair.rank, StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<int>> byPlan =
            [.. entries.Select(entry => Steps(entry.Summary.RegionPath).Select(path => ranks[Value(path)]).ToImmutableArray())];
        return new PlanFacetField(FacetNames.Region, Labels.Of(FacetNames.Region), values, byPlan, IsTree: true);
    }

    private static IEnumerable<ImmutableArray<string>> Steps(ImmutableArray<string> path) =>
        path.IsEmpty ? [[]] : Enumerable.Range(1, path.Length).Select(length => path[..length]);

    private static string Value(ImmutableArray<string> path) => path.IsEmpty ? PlanMetadata.Unknown : string.Join('/', path);
}
