using System.Globalization;
using PlanSearch.Corpus.Answers;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages;

/// <summary>How numbers, times and kinds are said on the page.</summary>
internal static class Words
{
    public const string Product = "规划全文检索";

    /// <summary>12,345.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>2026-11-20 09:05, by the clock of the server.</summary>
    public static string Time(DateTimeOffset time, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The first 12 digits of a digest: enough to compare by eye, the whole stands in the title.</summary>
    public static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest;

    /// <summary>A division as it is read: 岚江省 临漪市; 未知 when nothing is known.</summary>
    public static string Region(PlanSummary plan) => plan.RegionPath.IsDefaultOrEmpty ? "未知" : string.Join(" ", plan.RegionPath);

    /// <summary>What a facet is called; a column of the collection's own is called as it is.</summary>
    public static string FacetLabel(string name) => name switch
    {
        FacetNames.Region => "地区",
        FacetNames.Level => "层级",
        FacetNames.Period => "时期",
        FacetNames.Type => "类型",
        FacetNames.Part => "部位",
        FacetNames.Section => "板块",
        FacetNames.Plan => "规划",
        _ => name,
    };

    /// <summary>What a kind of block is called in the ledger.</summary>
    public static string KindLabel(BlockKind kind) => kind switch
    {
        BlockKind.Cover => "封面",
        BlockKind.Contents => "目录",
        BlockKind.Heading => "标题",
        BlockKind.Paragraph => "段落",
        BlockKind.ListItem => "条目",
        BlockKind.FigureCaption => "图题",
        BlockKind.Footnote => "脚注",
        BlockKind.TableCaption => "表题",
        BlockKind.TableHeader => "表头",
        BlockKind.TableGroup => "表内分组",
        BlockKind.TableRow => "表格行",
        BlockKind.TableNote => "表注",
        BlockKind.BoxTitle => "专栏标题",
        BlockKind.BoxHeading => "专栏小标题",
        BlockKind.BoxEntry => "专栏条目",
        BlockKind.BoxParagraph => "专栏段落",
        BlockKind.Trailer => "落款",
        BlockKind.Noise => "页码等页面标记",
        _ => kind.ToString(),
    };

    /// <summary>Where in its section a passage stands: 第3段, 第2项, 第12页; empty when there is nothing to say.</summary>
    public static string Spot(Place place)
    {
        var parts = new List<string>();
        if (place.Entry is { } entry)
        {
            parts.Add($"第{entry}项");
        }
        else if (place.Paragraph is { } paragraph)
        {
            parts.Add($"第{paragraph}段");
        }

        if (place.Page is { } page)
        {
            parts.Add($"第{page}页");
        }

        return string.Join(" · ", parts);
    }
}
