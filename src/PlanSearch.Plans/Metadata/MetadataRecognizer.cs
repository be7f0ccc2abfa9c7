using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>Reads from a plan itself what it is: title, 文号, region, period, type, office, date, state.</summary>
public static class MetadataRecognizer
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex Outline = new("国民经济(和|与)社会发展", Options);
    private static readonly Regex PlainOutline = new("^(?<place>[^“”\"]{2,30}?)[“\"]?十[一二三四五]五[”\"]?(时期)?(发展)?规划(纲要)?([（(].*)?$", Options);
    private static readonly Regex ActionPlan = new("行动(计划|方案)|(三|五)年计划", Options);
    private static readonly Regex SpecialPlan = new("规划|纲要", Options);
    private static readonly Regex FullOutline = new("^(?<region>[^“”\"]{2,40}?)(国民经济(和|与)社会发展)", Options);
    private static readonly Regex Tail = new("[（(](\\d{4}|[二〇○零一九]{4}|草案|征求意见|送审|审议|讨论|报批|试行)[^（）()]*[）)]", Options);

    /// <summary>Recognizes what cover, covering notice, opening words and trailer say.</summary>
    /// <param name="document">The plan.</param>
    /// <param name="fileName">The file's name; without its extension it stands in for a title the file does not print.</param>
    /// <param name="divisions">The divisions and zones.</param>
    /// <remarks>
    /// What is not recognized is <see cref="PlanMetadata.Unknown"/> and listed in <see cref="PlanMetadata.UnknownFields"/>; what was concluded from the
    /// body because the head is silent is in <see cref="PlanMetadata.Inferences"/>. Never throws on any plan.
    /// </remarks>
    public static PlanMetadata Recognize(PlanDocument document, string fileName, DivisionTree divisions)
    {
        var head = HeadLine.Of(document);
        var notice = NoticeTitle.Find(head);
        var title = new TitleFinder(divisions).Find(head, notice, document);
        var issue = IssueMarks.Read(head, notice, title, document);
        var regions = new RegionFinder(divisions);
        var region = (title.Length > 0 ? regions.InName(title, document) : null)
            ?? (issue.Office.Length > 0 ? regions.InName(issue.Office, document) : null)
            ?? (title.Length == 0 ? new RegionWeigher(divisions).Weigh(document) : null);
        var period = PeriodFinder.InTitle(title) is { Length: > 0 } inTitle ? inTitle : PeriodFinder.InOpening(head);
        var weighed = period.Length == 0 ? PeriodFinder.ByWeight(document) : null;
        var metadata = new PlanMetadata
        {
            Title = title.Length > 0 ? title : Path.GetFileNameWithoutExtension(fileName),
            ShortTitle = title.Length > 0 ? ShortTitle(title, period) : Path.GetFileNameWithoutExtension(fileName),
            DocumentNumber = OrUnknown(issue.Number),
            RegionPath = region?.Path ?? [],
            RegionCode = region?.Code ?? "",
            Level = region?.Level ?? PlanMetadata.Unknown,
            Period = OrUnknown(weighed?.Period ?? period),
            Type = TypeOf(title, region),
            Issuer = OrUnknown(issue.Office),
            Date = OrUnknown(issue.Date),
            State = OrUnknown(issue.State),
            Completeness = document.Ledger.IsComplete ? "全文" : "节选",
            Inferences = [.. Inferences(region, weighed)],
        };
        return metadata with { UnknownFields = [.. UnknownOf(metadata, title)] };
    }

    private static string OrUnknown(string value) => value.Length > 0 ? value : PlanMetadata.Unknown;

    /// <summary>A title that has nothing between its place and its five years is an outline too: 临漪市“十五五”规划纲要.</summary>
    private static string TypeOf(string title, FoundRegion? region) =>
        Outline.IsMatch(title) ? "纲要"
        : region is not null && PlainOutline.Match(title) is { Success: true } plain && plain.Groups["place"].Value.EndsWith(region.Path[^1], StringComparison.Ordinal) ? "纲要"
        : ActionPlan.IsMatch(title) ? "行动计划"
        : SpecialPlan.IsMatch(title) ? "专项规划"
        : PlanMetadata.Unknown;

    /// <summary>朝阳市双塔区“十四五”规划纲要 for an outline; any other title without years and marks of its state.</summary>
    private static string ShortTitle(string title, string period) =>
        FullOutline.Match(title) is { Success: true } outline && period.Length > 0
            ? $"{outline.Groups["region"].Value}“{period}”规划纲要"
            : Tail.Replace(title, "");

    private static IEnumerable<string> Inferences(FoundRegion? region, (string Period, int Mentions)? weighed)
    {
        if (region is { Reason.Length: > 0 })
        {
            yield return $"{MetadataFields.Region}：{string.Join('/', region.Path)}。{region.Reason}。";
        }

        if (weighed is { } period)
        {
            yield return $"{MetadataFields.Period}：{period.Period}。标题和开头没有写明；正文写“{period.Period}”{period.Mentions}次，为其他时期的三倍以上。";
        }
    }

    private static IEnumerable<string> UnknownOf(PlanMetadata metadata, string title)
    {
        if (title.Length == 0)
        {
            yield return MetadataFields.Title;
        }

        if (metadata.RegionPath.IsEmpty)
        {
            yield return MetadataFields.Region;
        }

        foreach (var (field, value) in new[]
        {
            (MetadataFields.DocumentNumber, metadata.DocumentNumber),
            (MetadataFields.Level, metadata.Level),
            (MetadataFields.Period, metadata.Period),
            (MetadataFields.Type, metadata.Type),
            (MetadataFields.Issuer, metadata.Issuer),
            (MetadataFields.Date, metadata.Date),
            (MetadataFields.State, metadata.State),
        })
        {
            if (value == PlanMetadata.Unknown)
            {
                yield return field;
            }
        }
    }
}
