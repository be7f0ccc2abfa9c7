using System.Buffers;

namespace PlanSearch.Plans.Metadata;

/// <summary>Concludes from the whole text whose plan it is, for files whose head does not say it.</summary>
/// <remarks>
/// Two things must agree: what the text calls its own land (全省, 全市, 全县, 全区), by a clear margin, and one division of that kind
/// that it names far more often than any other. The conclusion carries both counts, so that a person can judge it.
/// </remarks>
internal sealed class RegionWeigher(DivisionTree divisions)
{
    private const string OtherWords = "级际委政长域";
    private const int LeastOwnWords = 2;
    private const int OwnWordsMargin = 3;
    private const int LeastNames = 3;
    private const int NamesMargin = 5;
    private const int LeastCountryWords = 2;
    private const int MostNamesInCountry = 3;

    // What only a plan of the country says of the land it is for, and what any plan of it may.
    private static readonly SearchValues<string> OwnCountry = Words(["我国", "国务院", "各省", "各地区"]);
    private static readonly SearchValues<string> WholeCountry = Words(["全国", "中央", "各地"]);
    private static readonly SearchValues<string> LocalOffices = Words(
        ["省委", "省政府", "市委", "市政府", "县委", "县政府", "区委", "区政府", "省直", "市直", "县直", "区直"]);

    /// <summary>The division, or the country, with the counts as its reason; null when nothing is out.</summary>
    public FoundRegion? Weigh(PlanDocument document)
    {
        var texts = document.Blocks.Where(block => block.IsSearched).Select(block => block.Text).ToList();
        var own = OwnLand(texts);
        if (own[0].Count < LeastOwnWords)
        {
            return own[0].Count == 0 ? WeighCountry(texts) : null;
        }

        if (own[0].Count < OwnWordsMargin * own[1].Count)
        {
            return null;
        }

        var named = Ranked(texts.SelectMany(NamesIn).Where(division => division.Name[^1] == own[0].Value));
        return named.Count > 0 && named[0].Count >= LeastNamesOf(named[0].Value)
            && (named.Count == 1 || named[0].Count >= NamesMargin * named[1].Count)
            ? FoundRegion.Of(
                named[0].Value,
                $"标题没有写明地区；正文自称“全{own[0].Value}”“我{own[0].Value}”{own[0].Count}次，提到{named[0].Value.Name}{named[0].Count}次，"
                    + $"同级其他最多{(named.Count > 1 ? named[1].Count : 0)}次")
            : null;
    }

    // Provinces are few, and no two have one name.
    private static int LeastNamesOf(Division division) => division.Level == PlanLevels.Province ? 1 : LeastNames;

    /// <summary>The country, where a text speaks of it, calls no land below it its own and names no office below it.</summary>
    private FoundRegion? WeighCountry(List<string> texts)
    {
        var own = CountOf(texts, OwnCountry);
        if (own == 0 || own + CountOf(texts, WholeCountry) < LeastCountryWords || CountOf(texts, LocalOffices) * OwnWordsMargin > own)
        {
            return null;
        }

        var named = Ranked(texts.SelectMany(NamesIn));
        return named.Count == 0 || named[0].Count <= MostNamesInCountry || named[0].Count <= own
            ? FoundRegion.Country with { Reason = $"标题没有写明地区；正文说到“我国”“国务院”“各省”“各地区”{own}次，没有自称“全省”“全市”“全县”“全区”" }
            : null;
    }

    private static SearchValues<string> Words(string[] words) => SearchValues.Create(words, StringComparison.Ordinal);

    private static int CountOf(List<string> texts, SearchValues<string> words)
    {
        var count = 0;
        foreach (var text in texts)
        {
            var rest = text.AsSpan();
            for (int at; (at = rest.IndexOfAny(words)) >= 0; rest = rest[(at + 1)..])
            {
                count++;
            }
        }

        return count;
    }

    private static List<(T Value, int Count)> Ranked<T>(IEnumerable<T> values)
        where T : notnull =>
        [.. values.CountBy(value => value).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value)];

    /// <summary>
    /// How often the texts say 全省, 我市, 本县 and their like, by the last character, the most frequent first; 全县级 and 全区域 are other words.
    /// </summary>
    /// <remarks>A scan over every character of the plan: no pattern, and nothing allocated on the way.</remarks>
    private static List<(char Value, int Count)> OwnLand(List<string> texts)
    {
        var counts = new int[Division.Ends.Length];
        foreach (var text in texts)
        {
            var rest = text.AsSpan();
            for (int at; (at = rest.IndexOfAny('全', '我', '本')) >= 0 && at + 1 < rest.Length; rest = rest[(at + 1)..])
            {
                if (Division.Ends.IndexOf(rest[at + 1]) is var land and >= 0
                    && (at + 2 == rest.Length || !OtherWords.Contains(rest[at + 2])))
                {
                    counts[land]++;
                }
            }
        }

        return [.. Division.Ends.Zip(counts).OrderByDescending(pair => pair.Second)];
    }

    private IEnumerable<Division> NamesIn(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var match = divisions.Longest(text, at);
            if (match.Candidates is [var only])
            {
                yield return only;
            }

            at = Math.Max(match.End, at + 1);
        }
    }
}
