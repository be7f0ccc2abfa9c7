using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Scopes;

/// <summary>A part of the collection, by what is known of its plans: whoever reads within it meets no other plan, count or name.</summary>
/// <remarks>Made of facets of plans, never of blocks: a plan is in it whole or not at all.</remarks>
public sealed class PlanScope
{
    private PlanScope(ImmutableSortedDictionary<string, FacetSelection> selections)
    {
        Selections = selections;
        Key = string.Join('\n', Stated.Select(pair => string.Join('\t', pair.Value.Prepend(pair.Key).Select(Escaped))));
    }

    /// <summary>What is chosen, facet by facet: OR inside, AND between.</summary>
    public ImmutableSortedDictionary<string, FacetSelection> Selections { get; }

    /// <summary>The same as lists of values, excluded ones with a leading "-".</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Stated =>
        Selections.ToImmutableSortedDictionary(selection => selection.Key, selection => selection.Value.Stated);

    /// <summary>The same as the index is asked for it.</summary>
    /// <remarks>
    /// What the collection does not have narrows all the same: a value that no plan has holds for none, nor does a name that is no
    /// facet.
    /// </remarks>
    internal ImmutableArray<PlanChoice> Choices =>
        [.. Selections.Select(selection => new PlanChoice(selection.Key, selection.Value.Included, selection.Value.Excluded))];

    /// <summary>The same scope has the same key.</summary>
    public string Key { get; }

    // A value may hold what parts them: two scopes must never have one key.
    private static string Escaped(string value) => value
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\t", @"\t", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>The scope that lists of values say, as <see cref="Stated"/> gives them.</summary>
    public static Outcome<PlanScope> Of(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> stated)
    {
        var selections = stated.Select(pair => KeyValuePair.Create(pair.Key, FacetSelection.Of(pair.Value.Order(StringComparer.Ordinal))))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        return selections.Keys.FirstOrDefault(PlanFacets.IsOfBlocks) is { } block
            ? new RequestFault(
                FaultKinds.ScopeInvalid,
                $"范围只能按规划划定（{string.Join('、', PlanFacets.OfPlans.Select(facet => facet.Name))} 和自加的栏），不能用 {block}。")
            : selections.IsEmpty || selections.Values.Any(selection => selection.IsEmpty)
                ? new RequestFault(FaultKinds.ScopeInvalid, "范围是空的：至少要有一项，每项至少一个值。")
            : new PlanScope(ValuesToday.Of(selections));
    }
}
