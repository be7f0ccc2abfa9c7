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
    private static readonly Regex Before = new("^([“\"]十[一二三四五]五[”\"](时期)?|[《“]|关于|中共|加快|推进|支持"
        + "|(20[0-9]{2}年?([—－–~～至到-]20[0-9]{2})?年?度?))*", Options);
    private static readonly Regex Zone = new(
        "^(?<name>[^，。：“”《》（）国第]{1,18}?(新区|开发区|示范区|高新区|经开区|保税区|试验区|度假区|合作区|产业园区?|工业园区?|管理区|自贸区|经济区|园区))(国民经济|[“\"]?(第?十[一二三四五])|20)",
        Options);
    // A province's plan for all its zones, and no zone's own.
    private static readonly Regex AnyZone = new("^(高新技术产业|经济技术|工业|产业|特色|综合|现代|农业|科技)*(开发区|高新区|经开区|园区|示范区|保税区|试验区|工业园|产业园)$", Options);
    private static readonly Regex Town = new("^(?<name>[^，。：“”《》（）国第]{1,10}?(街道|镇|乡|苏木))(国民经济|[“\"]?(第?十[一二三四五]))", Options);

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

        return Below(name[match.End..], division) ?? division;
    }

    /// <summary>A zone or town no table lists, printed after its division and before what the plan is about.</summary>
    private static FoundRegion? Below(string rest, FoundRegion? above)
    {
        if (Zone.Match(rest) is { Success: true } zone
            && !(above?.Level == PlanLevels.Province && AnyZone.IsMatch(zone.Groups["name"].Value)))
        {
            return new FoundRegion([.. above?.Path ?? [], zone.Groups["name"].Value], "", PlanLevels.Zone);
        }

        return above is not null && Town.Match(rest) is { Success: true } town
            ? new FoundRegion([.. above.Path, town.Groups["name"].Value], "", PlanLevels.Town)
            : null;
    }

    /// <summary>Of several divisions of one name, the one the text names together with a division above it.</summary>
    private static FoundRegion? Decide(ImmutableArray<Division> several, PlanDocument document)
    {
        var named = several
            .Select(division => (division, chain: ChainIn(document, division)))
            .Where(pair => pair.chain.Length > 0)
            .ToList();
        return named is [var only]
            ? FoundRegion.Of(only.division, $"同名区划有{several.Length}个，正文写作“{only.chain}”")
            : null;
    }

    private static string ChainIn(PlanDocument document, Division division)
    {
        for (var above = division.Parent; above is not null; above = above.Parent)
        {
            foreach (var chain in above.Aliases.Prepend(above.Name).Select(name => name + division.Name))
            {
                if (document.Blocks.Any(block => block.Text.Contains(chain, StringComparison.Ordinal)))
                {
                    return chain;
                }
            }
        }

        return "";
    }
}
