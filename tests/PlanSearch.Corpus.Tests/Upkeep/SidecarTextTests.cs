using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Corpus.Upkeep;

namespace PlanSearch.Corpus.Tests.Upkeep;

public sealed class SidecarTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("引号\"和\\反斜线")]
    [InlineData("# no comment: {[&*!|>'%@`")]
    [InlineData("null")]
    [InlineData("2021-04-08")]
    [InlineData("𨨏")]
    public void Change_AnyValue_IsReadBackAsItStands(string value)
    {
        var (sidecar, fault) = SidecarText.Change(
            Sidecar.Empty, new Dictionary<string, string?> { ["title"] = value, [$"栏 {value}"] = value });

        Assert.Null(fault);
        var faults = new List<string>();
        Assert.Equal(value, SidecarReader.Read(SidecarText.Write(sidecar!), faults).Values["title"]);
        Assert.Empty(faults);
    }

    [Fact]
    public void Change_Null_TakesTheKeyAwayAndLeavesTheOthers()
    {
        var before = new Sidecar(ImmutableSortedDictionary<string, string>.Empty.Add("title", "a").Add("issuer", "b"));

        var (sidecar, _) = SidecarText.Change(before, new Dictionary<string, string?> { ["title"] = null, ["date"] = " " });

        Assert.Equal(["issuer"], sidecar!.Values.Keys);
    }

    [Fact]
    public void Change_MoreThanTheReaderTakes_IsAFault() =>
        Assert.Equal(
            "metadata_invalid",
            SidecarText.Change(Sidecar.Empty, new Dictionary<string, string?> { ["a"] = new string('长', 30_000) }).Fault!.Code);
}
