using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>The title of the covering notice a plan came with: 石栎县人民政府关于印发…的通知.</summary>
/// <param name="Office">The office that issued it; empty when the notice names none.</param>
/// <param name="Plan">The title of the plan, without 《》.</param>
internal sealed record NoticeTitle(string Office, string Plan)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex Notice = new("^(?<office>[^，。；：《》]{0,40}?)关于(?<how>印发|发布|公布|批转|转发|下达"
        + "|批准)(?<plan>[^，。；]{4,90}?)的(通知|公告|决议|决定|批复)", Options);
    private static readonly Regex News = new("^(?<office>[^，。；：《》]{2,40}?)印发(?<plan>《[^《》]{4,80}》)", Options);
    // What is asked about, or approved, is the plan; who asks or approves is not who issues it.
    private static readonly Regex About = new("^[^，。；：《》]{0,40}?关于(公开)?((征求|征集)对?(?<plan>《[^《》]{4,80}》)[^，。；]{0,12}意见"
        + "|(?<plan>《[^《》]{4,80}》)的批复)", Options);
    private static readonly Regex Makers = new("^[^，。；：《》]{2,40}?((等|[一二三四五六七八九十\\d]+)(部门|单位|厅局)|(部|委|局|厅|办公室|委员会)关于)", Options);

    private static readonly Regex[] Patterns = [Notice, News, About];

    private const int MostLines = 5;

    /// <summary>
    /// The first notice among the lines down to the first sentence, joined over up to five of them; null when there is none.
    /// </summary>
    public static NoticeTitle? Find(List<HeadLine> head)
    {
        // News opens with the notice and continues in the same paragraph.
        var lines = head.Where(line => !line.IsHeader).ToList();
        var before = lines.Take(lines.TakeWhile(line => line.IsBeforeText || !line.IsSentence).Count() + 1).ToList();
        for (var start = 0; start < before.Count; start++)
        {
            var joined = "";
            foreach (var line in before.Skip(start).Take(MostLines))
            {
                joined += line.Text;
                if (Patterns.Select(pattern => pattern.Match(joined)).FirstOrDefault(match => match.Success) is { } found)
                {
                    return new NoticeTitle(Offices.WithoutLetterhead(found.Groups["office"].Value), Titled(found));
                }
            }
        }

        return null;
    }

    /// <summary>What a notice passes on is another office's: 关于转发市教育局等部门….</summary>
    private static string Titled(Match found)
    {
        var plan = found.Groups["plan"].Value;
        plan = found.Groups["how"].Value is "转发" or "批转" && Makers.Match(plan) is { Success: true, Length: var made }
            && made < plan.Length ? plan[made..] : plan;
        return plan.IndexOf('》') is var end && end == plan.Length - 1 ? plan.Trim('《', '》') : plan;
    }
}
