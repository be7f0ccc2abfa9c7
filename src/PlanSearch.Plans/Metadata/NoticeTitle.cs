using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>The title of the covering notice a plan came with: 石栎县人民政府关于印发…的通知.</summary>
/// <param name="Office">The office that issued it; empty when the notice names none.</param>
/// <param name="Plan">The title of the plan, without 《》.</param>
internal sealed record NoticeTitle(string Office, string Plan)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex Notice = new("^(?<office>[^，。；：《》]{0,40}?)关于(印发|发布|公布|批转|转发|下达|批准)(?<plan>[^，。；]{4,90}?)的(通知|公告|决议|决定|批复)", Options);

    private const int MostLines = 5;

    /// <summary>The first notice among the lines before the first sentence, joined over up to five of them; null when there is none.</summary>
    public static NoticeTitle? Find(List<HeadLine> head)
    {
        var before = head.TakeWhile(line => line.IsBeforeText || !line.IsSentence).ToList();
        for (var start = 0; start < before.Count; start++)
        {
            var joined = "";
            foreach (var line in before.Skip(start).Take(MostLines))
            {
                joined += line.Text;
                if (Notice.Match(joined) is { Success: true } found)
                {
                    return new NoticeTitle(found.Groups["office"].Value, found.Groups["plan"].Value.Trim('《', '》'));
                }
            }
        }

        return null;
    }
}
