using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>A division or zone as a plan names it.</summary>
/// <param name="Path">Names from the province down.</param>
/// <param name="Code">Six digits; empty for zones, towns and the whole country's zones.</param>
/// <param name="Level">One of <see cref="PlanLevels"/>.</param>
/// <param name="Reason">How it was concluded, in Chinese, when the title or the office alone does not say it; else empty.</param>
internal sealed record FoundRegion(ImmutableArray<string> Path, string Code, string Level, string Reason = "")
{
    /// <summary>The plan of the country itself.</summary>
    public static FoundRegion Country { get; } = new(["全国"], "000000", PlanLevels.Country);

    public static FoundRegion Of(Division division, string reason = "") => new(division.Path, division.Code, division.Level, reason);
}

/// <summary>Finds whose plan a plan is.</summary>
internal sealed class RegionFinder(DivisionTree divisions)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex OfCountry = new("^(中华人民共和国|国家([^级]|$)|全国|国务院|中央)", Options);

    // What may be before the place: 2021—2023年, 关于, 中共.
    private static readonly Regex Before = new("^([“\"]十[一二三四五]五[”\"](时期)?|[《“]|关于|制定|编制|中共|加快|推进|支持"
        + "|(新疆生产建设兵团)?第[一二三四五六七八九十]{1,2}师"
        + "|(20[0-9]{2}年?([—－–~～至到-]20[0-9]{2})?年?度?))*", Options);
    private static readonly Regex Zone = new(
        "^(?<name>[^，。：“”《》（）国第]{0,18}?(新区|开发区|示范区|高新区|经开区|保税区|试验区|度假区|合作区|产业园区?|工业园区?|管理区|自贸区|经济区|园区))"
        + $"(?<sure>{Subject}|管委会|管理委员会|党工委)?",
        Options);
    // A province's plan for all its zones, and no zone's own.
    private static readonly Regex AnyZone = new("^(高新技术产业|经济技术|工业|产业|特色|综合|现代|农业|科技)*(开发区|高新区|经开区|园区|示范区|保税区|试验区|工业园|产业园)$", Options);
    private static readonly Regex Town = new(
        $"^(?<name>[^，。：“”《》（）国第]{{1,10}}?(街道|镇|乡|苏木))(?<sure>{Subject}|人民政府|办事处|党委|党工委)?", Options);
    private static readonly Regex FreeTrade = new(
        "^中国[（(](?<province>[^（）()]{2,4})[）)]自由贸易试验区((?<area>[^，。：“”《》（）]{2,6}?)片区)?", Options);

    // What a plan's title says behind the place it is for.
    private const string Subject = "国民经济|[“\"]?第?十[一二三四五]|20";

    private static readonly string[] OfZone = ["管理委员会", "管委会", "党工委"];
    private static readonly string[] OfTown = ["人民政府", "办事处", "党委", "党工委"];

    private const int ParentsMargin = 3;
    private const int LongestChain = 24;

    /// <summary>
    /// The region a title or an office begins with; null when it begins with none, or with one of several and the text does not say which.
    /// </summary>
    public FoundRegion? InName(string name, PlanDocument document)
    {
        name = name[Before.Match(name).Length..];
        if (OfCountry.IsMatch(name))
        {
            return FoundRegion.Country;
        }

        if (FreeTrade.Match(name) is { Success: true } trade)
        {
            return InFreeTrade(trade);
        }

        var match = divisions.Match(name, 0);
        var division = match.Candidates switch
        {
            [] => null,
            [var only] => FoundRegion.Of(only),
            var several => Decide(several, document),
        };
        if (match.Candidates.Length > 0 && division is null)
        {
            return null;
        }

        return division is null ? Alone(name, document) : Below(name, match, division, document) ?? division;
    }

    /// <summary>A zone or town no table lists, printed behind its division: sure by what follows it, or by an office of its own.</summary>
    private static FoundRegion? Below(string name, DivisionMatch match, FoundRegion above, PlanDocument document)
    {
        var rest = name[match.End..];
        if (Zone.Match(rest) is { Success: true } zone && IsSure(zone, name[..match.End], OfZone, document)
            && !(above.Level == PlanLevels.Province && AnyZone.IsMatch(zone.Groups["name"].Value)))
        {
            return new FoundRegion([.. above.Path, ShortOf(name[..match.End], match) + zone.Groups["name"].Value], "", PlanLevels.Zone);
        }

        return Town.Match(rest) is { Success: true } town && IsSure(town, "", OfTown, document)
            ? new FoundRegion([.. above.Path, town.Groups["name"].Value], "", PlanLevels.Town)
            : null;
    }

    /// <summary>兰州 of 兰州新区: a division's short name is a part of the zone's, its full name is not.</summary>
    private static string ShortOf(string printed, DivisionMatch match) =>
        match.Candidates[0] is var division && printed.EndsWith(division.Name, StringComparison.Ordinal)
            ? ""
            : division.Aliases.FirstOrDefault(alias => printed.EndsWith(alias, StringComparison.Ordinal)) ?? "";

    private static bool IsSure(Match place, string before, string[] offices, PlanDocument document) =>
        place.Groups["sure"].Success
        || Array.Exists(offices, office => Says(document, before + place.Groups["name"].Value + office));

    private static bool Says(PlanDocument document, string words) =>
        document.Blocks.Any(block => block.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>A zone or town that a name begins with, where the text says in what division it lies.</summary>
    private FoundRegion? Alone(string name, PlanDocument document)
    {
        foreach (var (pattern, offices, level) in new[] { (Town, OfTown, PlanLevels.Town), (Zone, OfZone, PlanLevels.Zone) })
        {
            if (pattern.Match(name) is { Success: true } found && IsSure(found, "", offices, document)
                && found.Groups["name"].Value is var place && DivisionBefore(place, document) is { } above)
            {
                return new FoundRegion([.. above.Path, place], "", level, $"正文写作“{above.Name}{place}”");
            }
        }

        return null;
    }

    /// <summary>The one division whose name is printed right before a place, wherever there is one.</summary>
    private Division? DivisionBefore(string place, PlanDocument document)
    {
        var found = new HashSet<Division>();
        foreach (var text in document.Blocks.Select(block => block.Text))
        {
            for (var at = text.IndexOf(place, StringComparison.Ordinal); at >= 0;
                at = text.IndexOf(place, at + place.Length, StringComparison.Ordinal))
            {
                found.UnionWith(Enumerable.Range(Math.Max(0, at - LongestChain), Math.Min(at, LongestChain))
                    .Select(start => divisions.Match(text, start))
                    .Where(match => match.End == at && match.Candidates.Length == 1)
                    .Take(1)
                    .Select(match => match.Candidates[0]));
            }
        }

        return found.Count == 1 ? found.Single() : null;
    }

    private FoundRegion? InFreeTrade(Match trade)
    {
        var province = divisions.Named(trade.Groups["province"].Value).FirstOrDefault(division => division.Parent is null);
        var area = divisions.Named(trade.Groups["area"].Value)
            .Where(division => province is not null && division.LiesIn(province))
            .ToList();
        return province is null ? null
            : new FoundRegion([.. (area is [var only] ? only : province).Path, trade.Value], "", PlanLevels.Zone);
    }

    /// <summary>
    /// Of several divisions of one name, the one the text names together with a division above it, or whose upper division alone it names.
    /// </summary>
    private static FoundRegion? Decide(ImmutableArray<Division> several, PlanDocument document)
    {
        var named = several
            .Select(division => (division, chain: ChainIn(document, division)))
            .Where(pair => pair.chain.Length > 0)
            .ToList();
        if (named is [var only])
        {
            return FoundRegion.Of(only.division, $"同名区划有{several.Length}个，正文写作“{only.chain}”");
        }

        var parents = several
            .Where(division => division.Parent is not null)
            .Select(division => (Division: division, Count: CountOf(document, division.Parent!.Name)))
            .OrderByDescending(pair => pair.Count)
            .ToList();
        return named.Count == 0 && parents.Count == several.Length && parents[0].Count > 0
            && parents[0].Count >= ParentsMargin * parents[1].Count
            ? FoundRegion.Of(
                parents[0].Division, $"同名区划有{several.Length}个，正文提到{parents[0].Division.Parent!.Name}{parents[0].Count}次")
            : null;
    }

    private static int CountOf(PlanDocument document, string name) =>
        document.Blocks.Sum(block => block.Text.AsSpan().Count(name));

    private static string ChainIn(PlanDocument document, Division division)
    {
        for (var above = division.Parent; above is not null; above = above.Parent)
        {
            foreach (var chain in above.Aliases.Prepend(above.Name).Select(name => name + division.Name))
            {
                if (Says(document, chain))
                {
                    return chain;
                }
            }
        }

        return "";
    }
}
