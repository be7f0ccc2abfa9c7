using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Facets;
using PlanSearch.Answers.Hits;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Answers.Offers;

/// <summary>Words of a query that name a place, a level or a period, offered as filters: 按“地区：辽阳市”查“氢能”. Never applied silently.</summary>
internal static class FilterReadings
{
    private static readonly ImmutableArray<QueryField> Fields = [QueryField.Region, QueryField.Level, QueryField.Period];

    /// <summary>Adds a reading for every such word, and one for all of them where there are several.</summary>
    public static void AddTo(ImmutableArray<Reading>.Builder readings, CountedInquiry inquiry)
    {
        var words = Words(inquiry);
        var named = words.Where(word => word.Field is not null).ToList();
        foreach (var word in named)
        {
            Add(readings, inquiry, words, [word]);
        }

        if (named.Count > 1)
        {
            Add(readings, inquiry, words, named);
        }
    }

    private static List<TypedWord> Words(CountedInquiry inquiry)
    {
        var parts = inquiry.Readings.Expression switch
        {
            AllOf { Excluded.IsEmpty: true } all => all.Required,
            LiteralTerm literal when inquiry.IsLiteral && !inquiry.Counts.Occurs => HeadAndRest(inquiry, literal.Text),
            _ => [],
        };
        return [.. parts.Select(part => part is LiteralTerm term ? Named(inquiry, term) : new TypedWord(part, null, []))];
    }

    // 辽阳市氢能 in one piece, where it does not occur as it is: the longest name that opens it.
    private static ImmutableArray<PlanQuery> HeadAndRest(CountedInquiry inquiry, string text)
    {
        const int longestName = 12;
        for (var length = Math.Min(longestName, text.Length - 1); length > 1; length--)
        {
            var head = new LiteralTerm(text[..length]);
            if (Named(inquiry, head).Field is not null)
            {
                return [head, new LiteralTerm(QueryText.Clean(text[length..]))];
            }
        }

        return [];
    }

    private static TypedWord Named(CountedInquiry inquiry, LiteralTerm term)
    {
        foreach (var field in Fields)
        {
            if (FacetCatalog.Of(inquiry.View).Find(QueryFields.FacetOf(field)) is { } facet
                && FieldValues.Called(facet, term.Text) is { IsEmpty: false } values)
            {
                return new TypedWord(term, facet, values);
            }
        }

        return new TypedWord(term, null, []);
    }

    private static void Add(
        ImmutableArray<Reading>.Builder readings, CountedInquiry inquiry, List<TypedWord> words, List<TypedWord> asFilters)
    {
        var rest = words.Where(word => !asFilters.Contains(word)).Select(word => word.Query).ToList();
        if (rest.Count == 0)
        {
            return;
        }

        var query = AllOf.Of(rest, []);
        var filters = inquiry.Request.Filters;
        var parameters = OtherReadings.InMode("expression");
        foreach (var word in asFilters)
        {
            // A filter that is chosen already, or cannot be one parameter, is not offered.
            if (filters.ContainsKey(word.Field!.Name) || word.Values.Length > 1)
            {
                return;
            }

            filters = filters.SetItem(word.Field.Name, new FacetSelection(word.Values, []));
            parameters = parameters.SetItem(word.Field.Name, word.Values[0]);
        }

        if (inquiry.Count(query, filters).Value is { } tally)
        {
            var text = $"按{string.Join("、", asFilters.Select(Stated))}查{Searched(query)}";
            readings.Add(new Reading("filter", text, query.NormalForm, parameters, tally.Total.Mentions));
        }
    }

    private static string Stated(TypedWord word) => $"“{word.Field!.Label}：{word.Values[0][(word.Values[0].LastIndexOf('/') + 1)..]}”";

    private static string Searched(PlanQuery query) => query is LiteralTerm term ? $"“{term.Text}”" : $"（{query.InWords}）";

    /// <param name="Query">The word.</param>
    /// <param name="Field">The facet it may be a filter of; null for any other word.</param>
    /// <param name="Values">The values that go by its name.</param>
    private sealed record TypedWord(PlanQuery Query, FacetField? Field, ImmutableArray<string> Values);
}
