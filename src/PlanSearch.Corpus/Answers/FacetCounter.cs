using System.Collections.Immutable;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>Counts the facets of an inquiry, each under all filters but its own.</summary>
internal static class FacetCounter
{
    public static ImmutableArray<Facet> Count(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var facets = ImmutableArray.CreateBuilder<Facet>();
        foreach (var field in inquiry.View.Facets.Fields)
        {
            switch (field)
            {
                case PlanFacetField { IsListed: true } plans:
                    facets.Add(List(plans, inquiry, CountPlans(plans, inquiry)));
                    break;
                case BlockFacetField blocks:
                    facets.Add(List(blocks, inquiry, CountBlocks(blocks, inquiry, cancellationToken)));
                    break;
            }
        }

        return facets.ToImmutable();
    }

    private static ValueTally[] CountPlans(PlanFacetField field, Inquiry inquiry)
    {
        var tallies = new ValueTally[field.Values.Length];
        for (var plan = 0; plan < field.ByPlan.Length; plan++)
        {
            var mentions = inquiry.Counts.MentionsByDocument[plan];
            if (mentions == 0 || !inquiry.Filters.IsInScopeWithout(plan, field))
            {
                continue;
            }

            foreach (var rank in field.ByPlan[plan])
            {
                tallies[rank].Add(mentions, inquiry.Counts.RecordsByDocument[plan]);
            }
        }

        return tallies;
    }

    private static ValueTally[] CountBlocks(BlockFacetField field, Inquiry inquiry, CancellationToken cancellationToken)
    {
        var isCounted = inquiry.Filters.SelectionOf(field.Name).IsEmpty;
        var counts = CountsOf(field, inquiry, cancellationToken);
        var tallies = new ValueTally[field.Values.Length];
        for (var plan = 0; plan < inquiry.Filters.InScope.Length; plan++)
        {
            // Without a choice of its own the facet stands under the inquiry's filters: a plan without mentions there has none here.
            if (!inquiry.Filters.InScope[plan] || (isCounted && inquiry.Counts.MentionsByDocument[plan] == 0))
            {
                continue;
            }

            for (var value = 0; value < tallies.Length; value++)
            {
                if (counts.MentionsOf(plan, value) is > 0 and var mentions)
                {
                    tallies[value].Add(mentions, counts.RecordsOf(plan, value));
                }
            }
        }

        return tallies;
    }

    // A facet without a choice of its own stands under the very filters the inquiry was counted with.
    private static ColumnCounts CountsOf(BlockFacetField field, Inquiry inquiry, CancellationToken cancellationToken) =>
        inquiry.Filters.SelectionOf(field.Name).IsEmpty
            ? inquiry.Counts.ByColumn[inquiry.View.Facets.BlockFields.IndexOf(field)]
            : inquiry.View.Snapshot.Count(inquiry.EngineQuery, inquiry.Filters.BlocksWithout(field), [field.Column], cancellationToken).ByColumn[0];

    // Values without a mention are left out, unless they are asked for, or chosen: a choice can always be taken back.
    private static Facet List(FacetField field, Inquiry inquiry, ValueTally[] tallies)
    {
        var selection = inquiry.Filters.SelectionOf(field.Name);
        var isTree = field is PlanFacetField { IsTree: true };
        var values = ImmutableArray.CreateBuilder<FacetValue>();
        for (var rank = 0; rank < tallies.Length; rank++)
        {
            var value = field.Values[rank];
            var state = selection.Included.Contains(value) ? "included" : selection.Excluded.Contains(value) ? "excluded" : "none";
            if (tallies[rank].Plans > 0 || state != "none" || inquiry.Request.WithZeroValues)
            {
                var label = isTree ? value[(value.LastIndexOf('/') + 1)..] : value;
                var depth = isTree ? value.AsSpan().Count('/') : 0;
                values.Add(new FacetValue(value, label, depth, tallies[rank].Mentions, tallies[rank].Records, tallies[rank].Plans, state));
            }
        }

        return new Facet(field.Name, field.Label, values.ToImmutable());
    }

    private struct ValueTally
    {
        public long Mentions { get; private set; }

        public int Records { get; private set; }

        public int Plans { get; private set; }

        public void Add(int mentions, int records)
        {
            Mentions += mentions;
            Records += records;
            Plans++;
        }
    }
}
