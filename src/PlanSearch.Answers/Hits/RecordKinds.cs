using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Mentions;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Hits;

/// <summary>What kinds of records an answer has; they sum to its records.</summary>
/// <param name="Sections">Sections of plans.</param>
/// <param name="Boxes">专栏.</param>
/// <param name="Tables">Tables outside boxes.</param>
/// <param name="IsKnown">Whether they were counted; all three are 0 where that would have taken too many plans.</param>
public sealed record RecordKinds(int Sections, int Boxes, int Tables, bool IsKnown)
{
    /// <summary>The most plans whose mentions are looked at for this; the certificate's numbers have no such bound.</summary>
    public const int MaxPlans = 300;

    internal static RecordKinds Of(CountedInquiry inquiry)
    {
        if (inquiry.Counts.Total.Plans > MaxPlans)
        {
            return new RecordKinds(0, 0, 0, IsKnown: false);
        }

        var seen = new HashSet<(int Plan, int Record)>();
        var counts = new int[3];
        foreach (var (plan, mention) in EachMention.Read(inquiry))
        {
            var record = plan.Plan.Blocks[mention.Block].Record;
            if (seen.Add((plan.Entry.Number, record)))
            {
                counts[plan.Plan.Records[record].Kind switch { RecordKind.Section => 0, RecordKind.Box => 1, _ => 2 }]++;
            }
        }

        return new RecordKinds(counts[0], counts[1], counts[2], IsKnown: true);
    }
}
