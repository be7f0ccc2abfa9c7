using System.Globalization;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Hits;

/// <summary>Says in a line why a record is where it does (为何在此).</summary>
internal static class WhyHere
{
    /// <summary>For relevance: where its mentions are, the weightiest first, and the score.</summary>
    public static string ByRelevance(StoredPlan plan, ReadOnlySpan<Mention> mentions, double score)
    {
        var (headings, titles, entries, others) = (0, 0, 0, 0);
        foreach (var mention in mentions)
        {
            switch (plan.Blocks[mention.Block].Kind)
            {
                case BlockKind.Heading:
                    headings++;
                    break;
                case BlockKind.BoxTitle or BlockKind.BoxHeading or BlockKind.TableCaption or BlockKind.FigureCaption:
                    titles++;
                    break;
                case BlockKind.BoxEntry:
                    entries++;
                    break;
                default:
                    others++;
                    break;
            }
        }

        var parts = new List<string>();
        AddPart(parts, "标题", headings);
        AddPart(parts, "专栏和图表名", titles);
        AddPart(parts, "专栏条目", entries);
        AddPart(parts, "其他文字", others);
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join("、", parts)}；得分{score:0.00}");
    }

    /// <summary>For density: the plan's, and how much of it is here.</summary>
    public static string ByDensity(PlanEntry entry, int ofPlan, int mentions) =>
        string.Create(CultureInfo.InvariantCulture, $"{Density.Say(entry, ofPlan)}，其中本章节{mentions}处");

    private static void AddPart(List<string> parts, string name, int count)
    {
        if (count > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name}{count}处"));
        }
    }
}
