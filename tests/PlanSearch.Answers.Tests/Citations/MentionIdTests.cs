using System.Security.Cryptography;
using System.Text;
using PlanSearch.Answers.Citations;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Citations;

public sealed class MentionIdTests
{
    [Fact]
    public void Of_Mention_IsTheFirst80BitsOfTheStatedDigest()
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes("临漪\n8d1m0c7x2a\n12\n2"));
        var bits = string.Concat(digest.Take(10).Select(value => Convert.ToString(value, 2).PadLeft(8, '0')));
        var signs = Enumerable.Range(0, 16).Select(at => "0123456789abcdefghjkmnpqrstvwxyz"[Convert.ToInt32(bits.Substring(at * 5, 5), 2)]);

        Assert.Equal("m" + string.Concat(signs), MentionId.Of("临漪", "8d1m0c7x2a", 12, 2));
    }

    [Fact]
    public void Id_OfAMention_StaysWhereOtherBlocksChangeAndGoesWithItsOwn()
    {
        var before = Ids(new HandMadePlan("甲").Heading("第一章").Paragraph("发展氢能。").Paragraph("氢能，氢能。"));

        var moved = Ids(new HandMadePlan("甲").Heading("总则").Paragraph("新的一段。").Paragraph("氢能，氢能。").Paragraph("发展氢能。"));
        var reworded = Ids(new HandMadePlan("甲").Heading("第一章").Paragraph("大力发展氢能。").Paragraph("氢能，氢能。"));

        Assert.Equal(3, before.Distinct().Count());
        Assert.Equal(before.Order(StringComparer.Ordinal), moved.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(before[0], reworded);
        Assert.Equal(before[1..], reworded[1..]);
        Assert.Empty(before.Intersect(Ids(new HandMadePlan("乙").Heading("第一章").Paragraph("发展氢能。").Paragraph("氢能，氢能。"))));
    }

    private static string[] Ids(HandMadePlan plan)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(plan));
        return [.. corpus.Mentions(InventedCollection.Ask("氢能"), default).Value!.Mentions.Select(row => row.Id)];
    }
}
