using System.Collections.Immutable;
using PlanSearch.Answers.Words;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Answers.Questions;

/// <summary>An input as a question in plain words: which words answer it, and which filters its places and periods are.</summary>
internal sealed record Question
{
    /// <summary>The input, cleaned and folded, without what became a filter.</summary>
    public required string Folded { get; init; }

    /// <summary>What it asks for, as it is written there, in its order: 养老床位, 看病贵. One whose words are those of another has none.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <summary>The words by which it is answered, those switched off too; those of one term are side by side, its own first.</summary>
    public required ImmutableArray<QuestionWord> Words { get; init; }

    /// <summary>Pieces of the input that occur nowhere and that nothing was found for.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>What was taken for misspelt in it: the terms are as it would be right.</summary>
    public required ImmutableArray<SpellingChange> Respelled { get; init; }

    /// <summary>Places and periods in it, which are filters.</summary>
    public required ImmutableArray<AppliedFilter> Places { get; init; }

    /// <summary>The words that are not switched off.</summary>
    public IEnumerable<QuestionWord> On => Words.Where(word => !word.IsOff);

    /// <summary>
    /// What is counted: any of the words that are on; where there are none the input as it is, which then occurs nowhere.
    /// </summary>
    public PlanQuery QueryOf(string input) =>
        Words.All(word => word.IsOff) ? new LiteralTerm(QueryText.Clean(input)) : AnyOf.Of(On.Select(word => new LiteralTerm(word.Text)));

    /// <summary>The weights of the literals of that query.</summary>
    public ImmutableArray<double> WeightsOf(Query query)
    {
        var byText = On.ToDictionary(word => word.Text, word => word.Weight, StringComparer.Ordinal);
        return [.. query.Literals.Select(literal => byText.GetValueOrDefault(literal.Name ?? literal.Text, 1))];
    }
}

/// <summary>A filter that was taken from a question.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Label">As it is shown: 地区.</param>
/// <param name="Values">The values.</param>
/// <param name="Said">What the question says: 沈抚, 2026到2030年.</param>
public sealed record AppliedFilter(string Facet, string Label, ImmutableArray<string> Values, string Said)
{
    /// <summary>Filters with those of a question among them; what was chosen by hand stays as it is.</summary>
    internal static ImmutableSortedDictionary<string, FacetSelection> AddTo(
        ImmutableSortedDictionary<string, FacetSelection> filters, IEnumerable<AppliedFilter> applied) =>
        applied.Aggregate(filters, (all, one) => all.SetItem(one.Facet, new FacetSelection(one.Values, [])));
}
