using System.Collections.Immutable;
using PlanSearch.Answers.Clips;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Tests.Clips;

/// <summary>Folders by a seed, with everything a folder can hold.</summary>
internal static class RandomFolders
{
    private static readonly string[] Words = ["氢能", "营商环境", "a<b>&\"'", "\u0001\t", "𨨏", "“引号”", "-负", "{}[]", "5G"];
    private static readonly string[] Aspects = ["", "现状", "目标", "任务", "项目", "政策", "自拟<方面>"];

    public static ClipFolder Make(Random random, int clips)
    {
        var searches = Enumerable.Range(0, clips == 0 ? 0 : random.Next(4)).Select(number => Search(random, number)).ToImmutableArray();
        return new ClipFolder
        {
            Title = random.Next(2) == 0 ? "" : "“氢能”专题",
            Searches = searches,
            Clips = [.. Enumerable.Range(0, clips).Select(number => Clip(random, number, searches.Length))],
        };
    }

    /// <summary>A folder as text, every member of it: records that hold lists compare by reference.</summary>
    public static string Print(ClipFolder folder) => System.Text.Encoding.UTF8.GetString(ClipFile.Write(folder));

    private static SearchRequest Search(Random random, int number) => new()
    {
        Query = Pick(random, Words) + number,
        Mode = (QueryMode)random.Next(4),
        WithPlaces = random.Next(4) > 0,
        Exact = random.Next(2) == 0,
        Filters = random.Next(2) == 0
            ? ImmutableSortedDictionary<string, FacetSelection>.Empty
            : ImmutableSortedDictionary<string, FacetSelection>.Empty.Add("part", new FacetSelection(["专栏"], ["标题", "脚注"]))
                .Add("主管", new FacetSelection(["甲处"], [])),
    };

    private static Clip Clip(Random random, int number, int searches) => new()
    {
        Plan = $"规划~{random.Next(5)}",
        Anchor = $"anchor{number}" + (random.Next(4) == 0 ? "-2" : ""),
        Hits = [.. Enumerable.Range(0, random.Next(4)).Select(hit => new TextRange((hit * 10) + random.Next(5), random.Next(1, 5)))],
        Words = Pick(random, Words),
        Context = (ClipContext)random.Next(3),
        Aspect = Pick(random, Aspects),
        Note = random.Next(3) == 0 ? Pick(random, Words) + "\n第二行" : "",
        Search = searches == 0 || random.Next(3) == 0 ? null : random.Next(searches),
    };

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
