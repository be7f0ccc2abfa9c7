using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Answers.Texts;

namespace PlanSearch.Answers.Citations;

/// <summary>The lasting number of a mention (提及编号): "m" and sixteen characters, the same after every ingest of the same words.</summary>
/// <remarks>
/// The first 80 bits of SHA-256 over four lines in UTF-8, without a line end after the last: the plan's id, the anchor of the block, the
/// UTF-16 offset of the mention in the block, and its length. In base 32 without i, l, o and u. An anchor is made from the words of its
/// block, so the number stays where other blocks change, move or go; and where the plan is cut otherwise, the anchor it had first counts.
/// Two of ten million mentions share a number once in 10^10 collections.
/// The "m" keeps spreadsheets from reading a figure.
/// </remarks>
public static class MentionId
{
    /// <summary>Characters of a number.</summary>
    public const int Length = 17;

    private const int SignBits = 5;
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The number of a mention of a plan, by the place it had first (<see cref="PlanText.NameOf"/>).</summary>
    internal static string Of(PlanText plan, int block, int start, int length)
    {
        var (anchor, at) = plan.NameOf(block, start, length);
        return Of(plan.Plan.Id, anchor, at, length);
    }

    /// <summary>The number of a mention.</summary>
    /// <param name="planId">Its plan.</param>
    /// <param name="anchor">The block's <see cref="Index.Stored.BlockAnchor"/>.</param>
    /// <param name="start">UTF-16 offset in the block.</param>
    /// <param name="length">UTF-16 code units.</param>
    public static string Of(string planId, string anchor, int start, int length)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"{planId}\n{anchor}\n{start}\n{length}");
        return string.Create(Length, SHA256.HashData(Encoding.UTF8.GetBytes(named)), static (target, hash) =>
        {
            target[0] = 'm';
            var (bits, count, at) = (0, 0, 0);
            for (var sign = 1; sign < target.Length; sign++)
            {
                if (count < SignBits)
                {
                    (bits, count) = ((bits << 8) | hash[at++], count + 8);
                }

                count -= SignBits;
                target[sign] = Signs[(bits >> count) & 31];
                bits &= (1 << count) - 1;
            }
        });
    }
}
