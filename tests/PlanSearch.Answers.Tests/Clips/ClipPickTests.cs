using PlanSearch.Answers.Clips;
using PlanSearch.Plans;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Clips;

public sealed class ClipPickTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("linyi", "0123456789")]
    [InlineData("a~b#c.d,e", "0123456789-2")]
    public void Read_WhatWriteWrote_IsTheSamePlace(string plan, string anchor)
    {
        foreach (var hits in (TextRange[][])[[], [new(3, 2)], [new(0, 1), new(7, 5)]])
        {
            var pick = ClipPick.Read(ClipPick.Write(plan, anchor, hits))!;

            Assert.Equal((plan, anchor), (pick.Plan, pick.Anchor));
            Assert.Equal(hits, pick.Hits);
        }
    }

    [Fact]
    public void Write_MoreHitsThanAreToldApart_PicksTheBlockWhole() =>
        Assert.Equal("甲#a", ClipPick.Write("甲", "a", [.. Enumerable.Range(0, Clip.MaxHits + 1).Select(at => new TextRange(at * 2, 1))]));

    [Fact]
    public void Read_EveryMentionOfARecord_SaysHowManyThePageCounted()
    {
        var pick = ClipPick.Read("a~b#c.d,e#0123456789-2.*13")!;

        Assert.Equal(("a~b#c.d,e", "0123456789-2", 13), (pick.Plan, pick.Anchor, pick.OfRecord));
        Assert.Empty(pick.Hits);
    }

    [Theory]
    [InlineData("linyi#a.*")]
    [InlineData("linyi#a.*-1")]
    [InlineData("linyi#a.*1,2.3")]
    [InlineData("")]
    [InlineData("#a")]
    [InlineData("linyi")]
    [InlineData("linyi#a.1")]
    [InlineData("linyi#a.1.")]
    [InlineData("linyi#a.1.2.3")]
    [InlineData("linyi#a.-1.2")]
    [InlineData("linyi#a.1.99999999999")]
    [InlineData("linyi#a.1.2,")]
    public void Read_NoPlace_IsNull(string value) => Assert.Null(ClipPick.Read(value));

    [Fact]
    public void Read_Garbage_NeverThrows()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var read = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "#.,0123a甲\uD800"[random.Next(10)]));
            read += ClipPick.Read(value) is null ? 0 : 1;
        }

        Assert.InRange(read, 1, 19_999);
    }
}
