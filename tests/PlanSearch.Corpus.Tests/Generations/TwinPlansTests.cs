using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Generations;

/// <summary>Plans that share a title, told apart wherever they are named.</summary>
public sealed class TwinPlansTests
{
    private const string Title = "临漪市国民经济和社会发展第十四个五年规划纲要";

    [Fact]
    public void ShortTitle_OfPlansOfOneTitle_SaysWhatDiffers()
    {
        using var corpus = InventedCollection.Open(
            Plan("a", data => data with { State = "正式", Date = "2021年4月" }),
            Plan("b", data => data with { State = "征求意见稿", Date = "2021年1月" }),
            Plan("c", data => data with { State = "正式", Date = "2020年12月" }),
            Plan("d", data => data with { Title = "别的规划", ShortTitle = "别的" }));

        Assert.Equal(["短题（正式，2021年4月）", "短题（征求意见稿，2021年1月）", "短题（正式，2020年12月）", "别的"], Titles(corpus));
    }

    [Fact]
    public void ShortTitle_OfPlansOfWhichNothingElseIsKnown_SaysTheFile()
    {
        using var corpus = InventedCollection.Open(
            Plan("a", data => data), Plan("b", data => data), Plan("c", data => data with { State = "正式" }));

        Assert.Equal(["短题（a.txt）", "短题（b.txt）", "短题（正式）"], Titles(corpus));
    }

    [Fact]
    public void ShortTitle_OfOneTitleInTwoRegions_SaysTheRegion()
    {
        using var corpus = InventedCollection.Open(
            Plan("a", data => data with { RegionPath = ["岚江省", "临漪市"], Date = "2021年" }),
            Plan("b", data => data with { RegionPath = ["岚江省", "望澜市"] }));

        Assert.Equal(["短题（岚江省 临漪市）", "短题（岚江省 望澜市）"], Titles(corpus));
        using var reader = corpus.Read();
        var row = reader.Ask(InventedCollection.Ask("氢能"), default).Value!.Mentions(MentionOrder.Document).Value!.Mentions[0];
        Assert.Equal("短题（岚江省 临漪市）", row.PlanTitle);
    }

    private static IEnumerable<string> Titles(PlanCollection corpus)
    {
        using var reader = corpus.Read();
        return [.. reader.Plans.OrderBy(plan => plan.Id, StringComparer.Ordinal).Select(plan => plan.ShortTitle)];
    }

    private static (StoredPlan Plan, IReadOnlyList<string> Texts) Plan(string id, Func<PlanMetadata, PlanMetadata> change) =>
        InventedCollection.Built(new HandMadePlan(id).Paragraph("氢能。"), data => change(data with
        {
            Title = Title,
            ShortTitle = "短题",
            RegionPath = [],
            Period = "十四五",
            Type = PlanMetadata.Unknown,
            State = PlanMetadata.Unknown,
            Date = PlanMetadata.Unknown,
        }));
}
