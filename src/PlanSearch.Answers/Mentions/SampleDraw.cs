using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Counting;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Mentions;

/// <summary>
/// Draws a sample of an inquiry's mentions as <see cref="MentionSampling.Method"/> says: it depends on their numbers and the seed alone.
/// </summary>
internal static class SampleDraw
{
    /// <summary>The mentions drawn, in document order.</summary>
    /// <remarks>Every mention is looked at once; no more are kept than are drawn.</remarks>
    public static List<(PlanEntry Plan, Mention Mention)> From(CountedInquiry inquiry, MentionSampling sampling)
    {
        var lowest = new PriorityQueue<Drawn, UInt128>(Comparer<UInt128>.Create((left, right) => right.CompareTo(left)));
        var order = 0L;
        foreach (var (plan, mention) in EachMention.Read(inquiry))
        {
            var value = ValueOf(sampling.Seed, MentionId.Of(plan, mention.Block, mention.Start, mention.Length));
            var drawn = new Drawn(order++, plan.Entry, mention);
            if (lowest.Count < sampling.Size)
            {
                lowest.Enqueue(drawn, value);
            }
            else
            {
                lowest.EnqueueDequeue(drawn, value);
            }
        }

        return [.. lowest.UnorderedItems.Select(item => item.Element)
            .OrderBy(drawn => drawn.Order)
            .Select(drawn => (drawn.Plan, drawn.Mention))];
    }

    /// <summary>What a mention is drawn by: the first half of the digest, which no two share.</summary>
    internal static UInt128 ValueOf(string seed, string id) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{id}")));

    private readonly record struct Drawn(long Order, PlanEntry Plan, Mention Mention);
}
