using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>Finds the title of a plan where plans print it.</summary>
/// <param name="divisions">Titles begin with the name of a place: what tells them from other short lines.</param>
internal sealed class TitleFinder(DivisionTree divisions)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex Complete = new($"({PlanNames}|建议|意见|要点|政策|措施|办法|细则|规程|指南|报告|解读)》?([（(][^（）()]{{2,20}}[）)])*$", Options);
    // 强化政策措施 may be a heading: such a name needs more than its place to be a title.
    private static readonly Regex Plan = new($"({PlanNames})》?([（(][^（）()]{{2,20}}[）)])*$", Options);
    private static readonly Regex Notice = new("关于(印发|发布|公布|批转|转发|下达|批准)|印发《", Options);
    private static readonly Regex OfOffice = new("^.{0,30}(国务院|人民政府|办公[厅室]|委员会|[省市县区州盟旗]委|[部厅局署])(印发)?关于", Options);
    private static readonly Regex Outline = new("国民经济(和|与)社会发展", Options);
    private static readonly Regex Quoted = new("^(按照.{0,20}|现?将)?《(?<title>[^《》]{4,80}(规划|纲要|计划|方案)([（(][^（）()]{2,20}[）)])?)》", Options);
    private static readonly Regex Made = new("(编制|制定|形成)了?《(?<title>[^《》]{4,80}(规划|纲要|计划|行动方案)([（(][^（）()]{2,20}[）)])?)》", Options);
    // 《…规划》要求… is another plan's, which this one follows.
    private static readonly Regex Demands = new("^的?(要求|精神|建议|意见)", Options);
    private static readonly Regex Running = new("^(?<title>[^，。；：《》]{2,30}国民经济(和"
        + "|与)社会发展(十年规划和)?第.{1,3}个五年([（(][^（）()]{4,20}[）)])?(规划|计划)((和|与)[^，。；]{4,6}年远景目标)?(纲要)?([（(](草案|征求意见稿|送审稿)[）)])?)", Options);

    private const string PlanNames = "规划|纲要|计划|方案";
    private const int ShortestTitle = 6;
    private const int MostLines = 4;
    private const int LeastWeight = 2;

    /// <summary>The full title without 《》; empty when the file prints none.</summary>
    /// <remarks>
    /// In this order: lines of the cover or above the text, the covering notice, the words that open the text, the trailer.
    /// </remarks>
    public string Find(List<HeadLine> head, NoticeTitle? notice, PlanDocument document)
    {
        var best = Enumerable.Range(0, head.Count)
            .Select(start => (Text: JoinFrom(head, start), IsBeforeText: head[start].IsBeforeText))
            .Where(joined => joined.Text.Length > 0)
            .Select(joined => (joined.Text, Weight: Weigh(joined.Text, joined.IsBeforeText, notice)))
            .Where(candidate => candidate.Weight >= LeastWeight)
            .OrderByDescending(candidate => candidate.Weight)
            .Select(candidate => candidate.Text)
            .FirstOrDefault();
        // A notice may bring two plans: then its own words name both, and no line under it does.
        return (best is not null && notice is not null && IsTitle(notice.Plan) && !IsSame(best, notice.Plan)
            && !IsOfOffice(best, notice.Plan) && !Outline.IsMatch(best) ? notice.Plan : best)
            ?? notice?.Plan
            ?? head.Select(line => Opening(line.Text)).FirstOrDefault(title => title.Length > 0)
            ?? document.Blocks.Where(block => block.Kind == BlockKind.Trailer)
                .Select(block => Opening(HeadLine.Compact(block.Text))).FirstOrDefault(title => title.Length > 0)
            ?? "";
    }

    private int Weigh(string title, bool isBeforeText, NoticeTitle? notice) =>
        (isBeforeText ? 2 : 0)
        - (Plan.IsMatch(title) || title.StartsWith("关于", StringComparison.Ordinal) || OfOffice.IsMatch(title) ? 0 : 1)
        + (notice is not null && title == notice.Plan ? 3 : 0)
        + (Outline.IsMatch(title) ? 4 : 0)
        + (PeriodFinder.InTitle(title).Length > 0 ? 1 : 0)
        + (divisions.Match(title.TrimStart('《'), 0).Candidates.IsEmpty && !OfOffice.IsMatch(title) ? 0 : 2);

    /// <summary>Lines from <paramref name="start"/> that together are a title; empty when they are none.</summary>
    private static string JoinFrom(List<HeadLine> head, int start)
    {
        var joined = "";
        var at = start;
        while (at < head.Count && at - start < MostLines && head[at].IsTitleLike && !Complete.IsMatch(joined))
        {
            joined += head[at++].Text;
        }

        while (at < head.Count && head[at].IsTitleLike && head[at].IsTitleTail && Complete.IsMatch(joined + head[at].Text))
        {
            joined += head[at++].Text;
        }

        return !IsTitle(joined) ? ""
            : joined.IndexOf('》') is var end && end >= 0 && end < joined.Length - 1 ? joined
            : joined.Trim('《', '》');
    }

    private static bool IsTitle(string text) => text.Length >= ShortestTitle && Complete.IsMatch(text) && !Notice.IsMatch(text);

    // 某市水利局2024年工作计划, where the notice says 2024年工作计划.
    private static bool IsOfOffice(string title, string plan) =>
        title.EndsWith(plan, StringComparison.Ordinal) && IssueMarks.IsOffice(title[..^plan.Length]);

    private static bool IsSame(string title, string other) =>
        title.Where(char.IsLetterOrDigit).SequenceEqual(other.Where(char.IsLetterOrDigit));

    private static string Opening(string text) =>
        Quoted.Matches(text)
            .Concat(Made.Matches(text))
            .FirstOrDefault(found => !Demands.IsMatch(text[(found.Index + found.Length)..])) is { } named ? named.Groups["title"].Value
        : Running.Match(text) is { Success: true } running ? running.Groups["title"].Value
        : "";
}
