using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Facets;
using PlanSearch.Index.Port;

namespace PlanSearch.Answers.Hits;

/// <summary>Lists the facets of an inquiry, each as counted under all filters but its own.</summary>
internal static class FacetCounter
{
    public static ImmutableArray<Facet> List(CountedInquiry inquiry)
    {
        var facets = ImmutableArray.CreateBuilder<Facet>(inquiry.Counts.Facets.Length);
        foreach (var tally in inquiry.Counts.Facets)
        {
            facets.Add(List(FacetCatalog.Of(inquiry.View).Listed[facets.Count], inquiry, tally.ByValue));
        }

        return facets.MoveToImmutable();
    }

    // Values without a mention are left out, unless they are asked for, or chosen: a choice can always be taken back.
    private static Facet List(FacetField field, CountedInquiry inquiry, ImmutableArray<UnitCounts> tallies)
    {
        var selection = inquiry.Filters.SelectionOf(field.Name);
        if (tallies.IsEmpty && selection.IsEmpty && !inquiry.Request.WithZeroValues)
        {
            return new Facet(field.Name, field.Label, []);
        }

        var ranks = (field as PlanFacetField)?.ColumnRanks ?? [];
        var values = new List<FacetValue>();
        for (var rank = 0; rank < field.Values.Length; rank++)
        {
            var inColumn = ranks.IsEmpty ? rank : ranks[rank];
            var tally = inColumn < tallies.Length ? tallies[inColumn] : default;
            var value = field.Values[rank];
            var state = selection.IsEmpty
                ? "none"
                : selection.Included.Contains(value) ? "included" : selection.Excluded.Contains(value) ? "excluded" : "none";
            if (tally.Plans > 0 || state != "none" || inquiry.Request.WithZeroValues)
            {
                var (label, depth) = field.Shown[rank];
                values.Add(
                    new FacetValue(value, label, depth, tally.Mentions, checked((int)tally.Records), checked((int)tally.Plans), state));
            }
        }

        return new Facet(field.Name, field.Label, [.. values]);
    }
}
