using System.Text.RegularExpressions;
using PlanSearch.Plans.Text;

namespace PlanSearch.Plans.Metadata;

/// <summary>What shows that and by whom a plan was issued: 文号, office, date, words of its state.</summary>
internal sealed record IssueMarks
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex DateLine = new($"^({Day}(印发|前言|目录|序言)?|\\d{{4}}[.-]\\d{{1,2}}([.-]\\d{{1,2}})?)$", Options);
    private static readonly Regex DayIn = new(Day, Options);
    private static readonly Regex LabelledDay = new("\\d{4}[-/.年]\\d{1,2}([-/.月]\\d{1,2}日?)?|" + Day, Options);
    private static readonly Regex Passed = new($"[（(][^（）()]{{0,30}}?(?<date>{Day})[^（）()]{{0,40}}(通过|批准|发布|印发)[）)]$", Options);
    private static readonly Regex Printed = new($"^(?<office>.*?)(?<date>{Day})印发$", Options);
    private static readonly Regex OfficeLine = new(
        "^([省市县区州](发展改革委|发改委)|(中国[（(][^（）()]{2,4}[）)])?[^，。；：、（）《》“”\\d]{2,}(人民政府(办公[厅室])?|政府办公[厅室]|国务院(办公厅)?"
        + "|委员会(办公室)?|管委会|行政公署(办公室)?|办事处|发展改革委|办公[厅室]|[^客餐]厅|[^布格结]局|[^全内外东西南北中干总]部))$", Options);
    private static readonly Regex NumberIn = new(
        $"(^[（(]?|通知|文件|号[：:])(?<number>{Form})"
        + @"|^(?<number>[〔\[［]\d{4}[〕\]］][\u4e00-\u9fff]{1,8}\d{1,4}号)$", Options);
    private static readonly Regex LabelledNumber = new($@"(^|[ \u3000\t])(?<number>{Form})", Options);
    private static readonly Regex InTitle = new("^(?<office>.{2,30}?(中央|[省市县区州盟旗]委|政府))关于", Options);
    private static readonly Regex Draft = new("[（(【]?(?<state>草案|(征求意见|送审|审议|讨论|报批|公示)稿)([）)】]|$)", Options);

    // The zero of a year is printed in many shapes.
    private const string Day =
        @"(\d{4}年\d{1,2}月(\d{1,2}日)?|[一二][〇○◯零OＯo0０一九][〇○◯零OＯo0０一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月([一二三四五六七八九十]{1,3}日)?)";

    // 某政发〔2021〕6号, in whatever brackets it was typed.
    private const string Form = @"[\u4e00-\u9fff]{1,8}[〔\[［﹝（(【]\d{4}[〕\]］﹞）)】]第?\d{1,4}号";
    private const int LongestOffice = 40;
    private const int LongestSignature = 80;

    /// <summary>文号 as printed; empty when there is none.</summary>
    public string Number { get; init; } = "";

    /// <summary>The office; empty when none is named.</summary>
    public string Office { get; init; } = "";

    /// <summary>The date as printed; empty when there is none.</summary>
    public string Date { get; init; } = "";

    /// <summary>正式, or the word for a draft as printed (草案, 征求意见稿, 送审稿); empty when nothing shows it.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether the line is a date and nothing else.</summary>
    public static bool IsDate(string line) => DateLine.IsMatch(line);

    /// <summary>Whether the line is the name of an office and nothing else.</summary>
    public static bool IsOffice(string line) => line.Length <= LongestOffice && OfficeLine.IsMatch(line);

    /// <summary>Reads covering notice, cover and trailer; the first of them that says something is believed.</summary>
    public static IssueMarks Read(List<HeadLine> head, NoticeTitle? notice, string title, PlanDocument document, Offices offices)
    {
        var trailer = document.Blocks.Where(block => block.Kind == BlockKind.Trailer)
            .Select(block => HeadLine.Compact(block.Text))
            .ToList();
        var lines = head.Where(line => !line.IsSentence && !line.IsHeader).Select(line => line.Text).ToList();
        var number = NumberOf(lines.Concat(trailer), head);
        var printed = trailer.Select(line => Printed.Match(line)).FirstOrDefault(found => found.Success);
        var date = lines.Where(IsDate).Select(DayOf).FirstOrDefault()
            ?? lines.Select(DayBehindOffice).FirstOrDefault(day => day.Length > 0)
            ?? lines.Select(line => Passed.Match(line)).FirstOrDefault(found => found.Success)?.Groups["date"].Value
            ?? head.Select(line => DayOver(line.Text, title)).FirstOrDefault(over => over.Length > 0)
            ?? printed?.Groups["date"].Value
            ?? trailer.FirstOrDefault(IsDate)
            ?? SignedOn(document)
            ?? LabelledDay.Match(HeadLine.Labelled(head, "成文日期 成文时间 发文日期 印发日期 公布日期 发布日期 发布时间 发表时间 date pubdate")).Value;
        var office = notice?.Office is { Length: > 0 } inNotice ? inNotice
            : HeadLine.Labelled(head, "发文机关 发布机构 发布单位 发布机关 制定机关 发文单位 issuer");
        if (office.Length == 0)
        {
            office = string.Join('、', lines.SkipWhile(line => !IsOffice(line)).TakeWhile(IsOffice));
        }

        if (office.Length == 0)
        {
            office = printed?.Groups["office"].Value is { Length: > 0 } inLine ? inLine : trailer.LastOrDefault(IsOffice) ?? "";
        }

        if (office.Length == 0 && InTitle.Match(title) is { Success: true } named)
        {
            office = named.Groups["office"].Value;
        }

        if (office.Length == 0 && HeadLine.Labelled(head, "信息来源 来源 source author publisher") is var source && IsOffice(source))
        {
            office = source;
        }

        return new IssueMarks
        {
            Number = number,
            Office = string.Join('、', offices.In(office)),
            Date = date,
            State = StateOf(lines.Append(title), notice is not null || number.Length > 0 || date.Length > 0 || trailer.Count > 0),
        };
    }

    // Printed in a line of its own, behind its label, or behind the office in the line of a site's header.
    private static string NumberOf(IEnumerable<string> lines, List<HeadLine> head)
    {
        var labelled = HeadLine.Labelled(head, "发文字号 文件编号 文号");
        var number = lines.Select(line => NumberIn.Match(line)).FirstOrDefault(found => found.Success)
            ?? (labelled.Length > 0 ? LabelledNumber.Match(labelled) : LabelledNumber.Match(HeadLine.Labelled(head, "来源 信息来源")));
        return number.Success ? Bracketed(number.Groups["number"].Value) : labelled;
    }

    // The standard for official documents (GB/T 9704) has these brackets; a typist takes what is at hand.
    private static string Bracketed(string number) => string.Concat(number.Select(unit => unit switch
    {
        '[' or '［' or '﹝' or '【' => '〔',
        ']' or '］' or '﹞' or '】' => '〕',
        >= '０' and <= '９' => Fold.Of(unit),
        _ => unit,
    }));

    // 2021年3月5日印发: the day alone.
    private static string DayOf(string dateLine) => DayIn.Match(dateLine) is { Success: true } day ? day.Value : dateLine;

    // The office and under it the day, before what is annexed.
    private static string? SignedOn(PlanDocument document)
    {
        var before = "";
        foreach (var block in document.Blocks.Where(block => block.Text.Length <= LongestSignature))
        {
            var line = HeadLine.Compact(block.Text);
            if (IsOffice(before) && IsDate(line))
            {
                return line;
            }

            if (DayBehindOffice(line) is { Length: > 0 } day)
            {
                return day;
            }

            before = line;
        }

        return null;
    }

    // 某市人民政府2021年7月: under the title, on one line.
    private static string DayBehindOffice(string line) =>
        DayIn.Match(line) is { Success: true, Index: > 0 } day && day.Index + day.Length == line.Length && IsOffice(line[..day.Index])
            ? day.Value
            : "";

    /// <summary>The day that a line opens with and continues from with the title of what it dates.</summary>
    private static string DayOver(string line, string title) =>
        title.Length > 0 && DayIn.Match(line) is { Success: true, Index: 0 } day && line.AsSpan(day.Length).StartsWith(title)
            ? day.Value
            : "";

    private static string StateOf(IEnumerable<string> lines, bool isIssued)
    {
        var draft = lines.Select(line => Draft.Match(line)).FirstOrDefault(found => found.Success);
        return draft is not null ? draft.Groups["state"].Value : isIssued ? "正式" : "";
    }
}
