using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Counting;

public sealed class CertificateMakerTests
{
    private static readonly NotSearched Broken = new("坏.txt", "无法解码");

    [Fact]
    public void Make_AnyQuery_SaysWhatWasSearchedCountedAndLeftOut()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Manifest with { Failures = [Broken] },
            InventedCollection.Built(
                new HandMadePlan("甲")
                    .Aside(BlockKind.Cover, "港口")
                    .Aside(BlockKind.Contents, "港口 港口")
                    .Aside(BlockKind.Noise, "港口")
                    .Paragraph("港口与港口"),
                metadata => metadata with { Completeness = "节选" }),
            InventedCollection.Built(new HandMadePlan("乙").Heading("港口").Paragraph("无")),
            InventedCollection.Built(new HandMadePlan("丙").Paragraph("无")));

        var certificate = corpus.Search(InventedCollection.Ask("港口"), default).Value!.Certificate;

        Assert.Equal(
            (3L, 2, 2, 1, 3),
            (certificate.Mentions, certificate.Records, certificate.Plans, certificate.PlansWithout, certificate.PlansSearched));
        Assert.Equal(new ExcludedCounts(2, 1, 1, 0), certificate.Excluded);
        Assert.Equal(["甲"], certificate.Partial.AsEnumerable());
        Assert.Equal([Broken], certificate.NotSearched.AsEnumerable());
        Assert.False(certificate.Complete);
        Assert.Equal((1L, InventedCollection.Manifest.Digest), (certificate.Generation, certificate.Digest));
        Assert.Equal(("含“港口”", "港口"), (certificate.InWords, certificate.NormalForm));
    }

    [Fact]
    public void Make_FilteredQuery_CountsTheScopeOnlyAndStatesTheFilters()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Aside(BlockKind.Cover, "港口").Paragraph("港口")),
            InventedCollection.Built(new HandMadePlan("乙").Paragraph("港口")));
        var filters = ImmutableSortedDictionary<string, FacetSelection>.Empty
            .Add(FacetNames.Plan, new FacetSelection([], ["甲"]))
            .Add(FacetNames.Level, FacetSelection.None);

        var certificate = corpus.Search(InventedCollection.Ask("港口") with { Filters = filters }, default).Value!.Certificate;

        Assert.Equal((1L, 1, 0L), (certificate.Mentions, certificate.PlansSearched, certificate.Excluded.Total));
        Assert.Equal(["-甲"], certificate.Filters[FacetNames.Plan].AsEnumerable());
        Assert.Single(certificate.Filters);
        Assert.True(certificate.Complete);
    }
}
