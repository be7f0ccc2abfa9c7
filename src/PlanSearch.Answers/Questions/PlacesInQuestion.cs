using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PlanSearch.Answers.Facets;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Questions;

/// <summary>Finds the places and periods of a question, of which plans are told apart by.</summary>
/// <param name="catalog">The facets of the plans.</param>
/// <param name="chosen">
/// What is filtered by already: a facet that is chosen is left as it is, and its names are places all the same.
/// </param>
internal sealed class PlacesInQuestion(FacetCatalog catalog, ImmutableSortedDictionary<string, FacetSelection> chosen)
{
    // 2026到2030年, 2021-2025, 2011年至2015年.
    private static readonly Regex Years = new(
        "(?<from>(19|20)[0-9]{2})年?(到|至|—|-|－|–|~|～)(?<to>(19|20)[0-9]{2})年?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private readonly List<AppliedFilter> _found = [];

    /// <summary>What was found so far, each facet once.</summary>
    public ImmutableArray<AppliedFilter> Found => [.. _found];

    /// <summary>Takes ranges of years out of a text; blanks take their place.</summary>
    public string WithoutYears(string text) => Years.Replace(text, match => TakeYears(match) ? new string(' ', match.Length) : match.Value);

    /// <summary>Takes a word that is the name of a place or a period; whether it was one.</summary>
    public bool Take(string word)
    {
        foreach (var name in (ReadOnlySpan<string>)[FacetNames.Region, FacetNames.Period])
        {
            if (catalog.Find(name) is { } facet
                && FieldValues.Called(facet, word) is { IsEmpty: false } values
                && !values.Contains(PlanMetadata.Unknown))
            {
                return Add(facet, values, word);
            }
        }

        return false;
    }

    private bool TakeYears(Match match)
    {
        if (catalog.Find(FacetNames.Period) is not { } facet)
        {
            return false;
        }

        var (from, to) = (YearOf(match, "from"), YearOf(match, "to"));
        var named = FieldValues.Called(facet, string.Create(CultureInfo.InvariantCulture, $"{from}—{to}"));
        return Add(facet, [.. named, .. FivesOf(facet, from, to)], match.Value);
    }

    private static IEnumerable<string> FivesOf(FacetField facet, int from, int to) =>
        Enumerable.Range(PlanPeriods.RankOf(from), Math.Max(0, PlanPeriods.RankOf(to) - PlanPeriods.RankOf(from) + 1))
            .Where(rank => rank >= 0 && rank < PlanPeriods.All.Length)
            .Select(rank => PlanPeriods.All[rank])
            .Where(period => facet.RankOf(period) >= 0);

    private static int YearOf(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // Two places are looked for in both: 上海 浙江 养老.
    private bool Add(FacetField facet, ImmutableArray<string> values, string said)
    {
        if (values.IsEmpty || (chosen.TryGetValue(facet.Name, out var choice) && !choice.IsEmpty))
        {
            return !values.IsEmpty;
        }

        var at = _found.FindIndex(one => one.Facet == facet.Name);
        if (at < 0)
        {
            _found.Add(new AppliedFilter(facet.Name, facet.Label, [.. values.Distinct()], said));
        }
        else
        {
            _found[at] = _found[at] with { Values = [.. _found[at].Values.Union(values)], Said = $"{_found[at].Said}、{said}" };
        }

        return true;
    }
}
