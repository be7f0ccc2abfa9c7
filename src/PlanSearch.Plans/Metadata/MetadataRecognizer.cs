using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>Reads from a plan itself what it is: title, 文号, region, period, type, office, date, state.</summary>
public static class MetadataRecognizer
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex FullOutline = new("^(?<region>[^“”\"]{2,40}?)(国民经济(和|与)社会发展)", Options);
    private static readonly Regex Tail = new("[（(](\\d{4}|[二〇○零一九]{4}|草案|征求意见|送审|审议|讨论|报批|试行)[^（）()]*[）)]", Options);

    // 03-附件, 12_某市…: a number in a list of files.
    private static readonly Regex Counted = new("^\\d{1,3}[-_.、 ]+", Options);

    /// <summary>Recognizes what cover, covering notice, opening words and trailer say.</summary>
    /// <param name="document">The plan.</param>
    /// <param name="fileName">The file's name; without its extension it is in for a title the file does not print.</param>
    /// <param name="divisions">The divisions and zones.</param>
    /// <remarks>
    /// What is not recognized is <see cref="PlanMetadata.Unknown"/> and listed in <see cref="PlanMetadata.UnknownFields"/>; what was
    /// concluded from the body because the head is silent is in <see cref="PlanMetadata.Inferences"/>. Never throws on any plan.
    /// </remarks>
    public static PlanMetadata Recognize(PlanDocument document, string fileName, DivisionTree divisions)
    {
        var head = HeadLine.Of(document);
        var stem = Path.GetFileNameWithoutExtension(fileName);
        var notice = NoticeTitle.Find(head);
        var title = new TitleFinder(divisions).Find(head, notice, document);
        var issue = IssueMarks.Read(head, notice, title, document, new Offices(divisions));
        var region = RegionOf(title, issue.Office, stem, document, divisions);
        var type = TypeOf(title, stem, region, head);
        var period = PeriodOf(title, stem, head, document, type.Value);
        var metadata = new PlanMetadata
        {
            Title = title.Length > 0 ? title : stem,
            ShortTitle = title.Length > 0 ? ShortTitle(title, type.Value, period.Value) : stem,
            DocumentNumber = OrUnknown(issue.Number),
            RegionPath = region?.Path ?? [],
            RegionCode = region?.Code ?? "",
            Level = region?.Level ?? PlanMetadata.Unknown,
            Period = OrUnknown(period.Value),
            Type = OrUnknown(type.Value),
            Issuer = OrUnknown(string.Join('、', issue.Office.Split('、').Select(office => Offices.InFull(office, region)))),
            Date = OrUnknown(issue.Date),
            State = OrUnknown(issue.State),
            Completeness = document.Ledger.IsComplete ? "全文" : "节选",
            Inferences = [.. Inferences(region, period, type)],
        };
        return metadata with { UnknownFields = [.. UnknownOf(metadata, title)] };
    }

    private static FoundRegion? RegionOf(string title, string office, string stem, PlanDocument document, DivisionTree divisions)
    {
        var regions = new RegionFinder(divisions);
        return (title.Length > 0 ? regions.InName(title, document) : null)
            ?? (Offices.IsOfCountry(office) ? FoundRegion.Country : office.Length > 0 ? regions.InName(office, document) : null)
            ?? new RegionWeigher(divisions).Weigh(document)
            ?? (regions.InName(Counted.Replace(stem, ""), document) is { } named ? named with { Reason = FromFileName(stem) } : null);
    }

    /// <summary>
    /// In this order: the title, what the opening states, the file's name, what the text speaks of most, the year of its goals.
    /// </summary>
    /// <remarks>A plan of five years has goals for its last one too, and the years until then are not all its own.</remarks>
    private static Concluded PeriodOf(string title, string stem, List<HeadLine> head, PlanDocument document, string type) =>
        PeriodFinder.InTitle(title) is { Length: > 0 } inTitle ? new Concluded(inTitle)
        : PeriodFinder.InOpening(head) is { Length: > 0 } stated ? new Concluded(stated)
        : (IsTitle(stem) ? PeriodFinder.InTitle(stem) : PeriodFinder.InFileName(stem)) is { Length: > 0 } inName
            ? new Concluded(inName, FromFileName(stem))
        : PeriodFinder.ByWeight(document) is { } weighed
            ? new Concluded(weighed.Period, $"标题和开头没有写明；正文写“{weighed.Period}”{weighed.Mentions}次，为其他时期的三倍以上")
        : type == PlanTypes.Action && PeriodFinder.ByGoals(document) is { Length: > 0 } goals
            ? new Concluded(goals, "标题和开头没有写明；正文的目标以这一年为限")
        : new Concluded("");

    private static Concluded TypeOf(string title, string stem, FoundRegion? region, List<HeadLine> head) =>
        PlanTypes.OfTitle(title, region) is { Length: > 0 } inTitle ? new Concluded(inTitle)
        : title.Length > 0 ? new Concluded("")
        : PlanTypes.OfOpening(head.Select(line => line.Text)) is { Length: > 0 } opening ? new Concluded(opening, "文件没有标题；开头写“制定本…”")
        : IsTitle(stem) && PlanTypes.OfTitle(stem, region) is { Length: > 0 } inName ? new Concluded(inName, FromFileName(stem))
        : new Concluded("");

    /// <summary>Whether a file's name is words, and not a number or letters.</summary>
    private static bool IsTitle(string stem) => stem.Count(Text.Fold.IsHan) > stem.Length / 2;

    private static string FromFileName(string stem) => $"文中没有写明，取自文件名“{stem}”";

    private static string OrUnknown(string value) => value.Length > 0 ? value : PlanMetadata.Unknown;

    /// <summary>朝阳市双塔区“十四五”规划纲要 for an outline; any other title without years and marks of its state.</summary>
    private static string ShortTitle(string title, string type, string period) =>
        type == PlanTypes.Outline && FullOutline.Match(title) is { Success: true } outline && period.Length > 0
            ? $"{outline.Groups["region"].Value}“{period}”规划纲要"
            : Tail.Replace(title, "");

    private static IEnumerable<string> Inferences(FoundRegion? region, Concluded period, Concluded type)
    {
        if (region is { Reason.Length: > 0 })
        {
            yield return $"{MetadataFields.Region}：{string.Join('/', region.Path)}。{region.Reason}。";
        }

        foreach (var (field, found) in new[] { (MetadataFields.Period, period), (MetadataFields.Type, type) })
        {
            if (found.Reason.Length > 0)
            {
                yield return $"{field}：{found.Value}。{found.Reason}。";
            }
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

    /// <summary>A value, and where the head does not say it, what it was concluded from.</summary>
    private readonly record struct Concluded(string Value, string Reason = "");
}
