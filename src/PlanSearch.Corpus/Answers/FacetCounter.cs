using System.Collections.Immutable;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>Counts the facets of an inquiry, each under all filters but its own.</summary>
internal static class FacetCounter
{
    public static ImmutableArray<Facet> Count(Inquiry inquiry)
    {
        var facets = ImmutableArray.CreateBuilder<Facet>(inquiry.View.Facets.Fields.Length);
        var mentioning = Mentioning(inquiry.Counts);
        foreach (var field in inquiry.View.Facets.Fields)
        {
            switch (field)
            {
                case PlanFacetField { IsListed: true } plans:
                    facets.Add(List(plans, inquiry, CountPlans(plans, inquiry, mentioning)));
                    break;
                case BlockFacetField blocks:
                    facets.Add(List(blocks, inquiry, CountBlocks(blocks, inquiry, mentioning)));
                    break;
            }
        }

        return facets.ToImmutable();
    }

    /// <summary>The plans with mentions, by their numbers: every facet is counted over these alone.</summary>
    private static ReadOnlySpan<int> Mentioning(QueryCounts counts)
    {
        var mentions = counts.MentionsByDocument.AsSpan();
        if (!mentions.ContainsAnyExcept(0))
        {
            return [];
        }

        var plans = new int[mentions.Length];
        var count = 0;
        for (var plan = 0; plan < mentions.Length; plan++)
        {
            plans[count] = plan;
            count += mentions[plan] > 0 ? 1 : 0;
        }

        return plans.AsSpan(0, count);
    }

    // No tallies at all stand for zeros.
    private static ReadOnlySpan<ValueTally> CountPlans(PlanFacetField field, Inquiry inquiry, ReadOnlySpan<int> mentioning)
    {
        if (mentioning.IsEmpty)
        {
            return [];
        }

        var tallies = new ValueTally[field.Values.Length];
        var (mentions, records) = (inquiry.Counts.MentionsByDocument, inquiry.Counts.RecordsByDocument);
        foreach (var plan in mentioning)
        {
            if (inquiry.Filters.IsInScopeWithout(plan, field))
            {
                foreach (var rank in field.ByPlan[plan])
                {
                    tallies[rank].Add(mentions[plan], records[plan]);
                }
            }
        }

        return tallies;
    }

    // A facet without a choice of its own stands under the very filters the inquiry was counted with.
    private static ReadOnlySpan<ValueTally> CountBlocks(
        BlockFacetField field, Inquiry inquiry, ReadOnlySpan<int> mentioning)
    {
        if (inquiry.Filters.SelectionOf(field.Name).IsEmpty)
        {
            return CountBlocks(field, inquiry, inquiry.Counts.ByColumn[inquiry.View.Facets.BlockFields.IndexOf(field)], mentioning);
        }

        var counts = inquiry.View.Snapshot.Count(inquiry.EngineQuery, inquiry.Filters.BlocksWithout(field), [field.Column], inquiry.CancellationToken);
        return CountBlocks(field, inquiry, counts.ByColumn[0], Mentioning(counts));
    }

    private static ReadOnlySpan<ValueTally> CountBlocks(BlockFacetField field, Inquiry inquiry, ColumnCounts counts, ReadOnlySpan<int> mentioning)
    {
        if (mentioning.IsEmpty)
        {
            return [];
        }

        var tallies = new ValueTally[Math.Max(field.Values.Length, counts.Values)];
        var inScope = inquiry.Filters.InScope;
        foreach (var plan in mentioning)
        {
            if (!inScope[plan])
            {
                continue;
            }

            var ofPlan = counts.Of(plan);
            // Zeros are added as well: which values a plan has is more than a processor guesses.
            for (var value = 0; value < ofPlan.Length; value++)
            {
                tallies[value].Add(ofPlan[value].Mentions, ofPlan[value].Records);
            }
        }

        return tallies.AsSpan(0, field.Values.Length);
    }

    // Values without a mention are left out, unless they are asked for, or chosen: a choice can always be taken back.
    private static Facet List(FacetField field, Inquiry inquiry, ReadOnlySpan<ValueTally> tallies)
    {
        var selection = inquiry.Filters.SelectionOf(field.Name);
        if (tallies.IsEmpty && selection.IsEmpty && !inquiry.Request.WithZeroValues)
        {
            return new Facet(field.Name, field.Label, []);
        }

        var values = new List<FacetValue>();
        for (var rank = 0; rank < field.Values.Length; rank++)
        {
            var tally = tallies.IsEmpty ? default : tallies[rank];
            var value = field.Values[rank];
            var state = selection.IsEmpty ? "none" : selection.Included.Contains(value) ? "included" : selection.Excluded.Contains(value) ? "excluded" : "none";
            if (tally.Plans > 0 || state != "none" || inquiry.Request.WithZeroValues)
            {
                var (label, depth) = field.Shown[rank];
                values.Add(new FacetValue(value, label, depth, tally.Mentions, tally.Records, tally.Plans, state));
            }
        }

        return new Facet(field.Name, field.Label, [.. values]);
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
            Plans += mentions > 0 ? 1 : 0;
        }
    }
}
