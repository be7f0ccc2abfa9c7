namespace PlanSearch.Plans.Metadata;

/// <summary>Concludes from the whole text whose plan it is, for files whose head is cut off.</summary>
/// <remarks>
/// Two things must agree: what the text calls its own land (全省, 全市, 全县, 全区), by a clear margin, and one division of that kind
/// that it names far more often than any other. The conclusion carries both counts, so that a person can judge it.
/// </remarks>
internal sealed class RegionWeigher(DivisionTree divisions)
{
    private const int LeastOwnWords = 5;
    private const int OwnWordsMargin = 3;
    private const int LeastNames = 10;
    private const int NamesMargin = 5;

    /// <summary>The division, with the counts as its reason; null when nothing stands out.</summary>
    public FoundRegion? Weigh(PlanDocument document)
    {
        var texts = document.Blocks.Where(block => block.IsSearched).Select(block => block.Text).ToList();
        var own = Ranked(texts.SelectMany(OwnLandIn));
        if (own.Count == 0 || own[0].Count < LeastOwnWords || (own.Count > 1 && own[0].Count < OwnWordsMargin * own[1].Count))
        {
            return null;
        }

        var named = Ranked(texts.SelectMany(NamesIn).Where(division => division.Name[^1] == own[0].Value));
        return named.Count > 0 && named[0].Count >= LeastNames && (named.Count == 1 || named[0].Count >= NamesMargin * named[1].Count)
            ? FoundRegion.Of(
                named[0].Value,
                $"文件没有标题；正文自称“全{own[0].Value}”“我{own[0].Value}”{own[0].Count}次，提到{named[0].Value.Name}{named[0].Count}次，同级其他最多{(named.Count > 1 ? named[1].Count : 0)}次")
            : null;
    }

    private static List<(T Value, int Count)> Ranked<T>(IEnumerable<T> values)
        where T : notnull =>
        [.. values.CountBy(value => value).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value)];

    /// <summary>市 for 全市 and 我市; 全县级 and 全区域 are other words.</summary>
    private static IEnumerable<char> OwnLandIn(string text)
    {
        for (var at = text.AsSpan().IndexOfAny('全', '我'); at >= 0 && at + 1 < text.Length;)
        {
            if ("省市县区州盟旗".Contains(text[at + 1]) && (at + 2 == text.Length || !"级际委政长域".Contains(text[at + 2])))
            {
                yield return text[at + 1];
            }

            var next = text.AsSpan(at + 1).IndexOfAny('全', '我');
            at = next < 0 ? -1 : at + 1 + next;
        }
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
