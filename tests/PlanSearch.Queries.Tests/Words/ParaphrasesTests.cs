using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;
using YamlDotNet.Core;

namespace PlanSearch.Queries.Tests.Words;

/// <summary>What people say, and what plans write.</summary>
public sealed class ParaphrasesTests
{
    private static readonly Paraphrases Two = Paraphrases.Read(new StringReader("""
        - say: [看病贵, 药费]
          plans: [医疗费用, 医疗保障]
        - say: [看病]
          plans: [就医]
        """));

    [Fact]
    public void In_AText_FindsEverySayingTheLongerFirst() =>
        Assert.Equal(
            ["3+3 医疗费用", "3+2 就医", "7+2 医疗费用"],
            Two.In("为什么看病贵，药费高").Select(found => $"{found.Where.Start}+{found.Where.Length} {found.Entry.Plans[0]}"));

    [Fact]
    public void In_OtherGlyphs_AreTheSame() => Assert.Single(Two.In("藥費"));

    [Theory]
    [InlineData("- say: [a]")]
    [InlineData("- plans: [a]")]
    [InlineData("- say: []\n  plans: [b]")]
    [InlineData("- say: [a]\n  plan: [b]")]
    [InlineData("say: [a]")]
    public void Read_WhatIsNoList_IsRefused(string text) => Assert.ThrowsAny<YamlException>(() => Paraphrases.Read(new StringReader(text)));

    [Fact]
    public void Read_Nothing_HasNone() => Assert.Empty(Paraphrases.Read(new StringReader("")).In("看病贵"));

    [Fact]
    public void Load_OurOwn_HasThousandsOfSayingsEachInOneEntryAndNeverItsOwnAnswer()
    {
        var own = Paraphrases.Load(Repository.ReferenceData);
        var said = File.ReadLines(Path.Combine(Repository.ReferenceData, "paraphrases.yaml"))
            .Where(line => line.StartsWith("- say: [", StringComparison.Ordinal))
            .SelectMany(line => line["- say: [".Length..^1].Split(", ")).Select(word => word.Trim('"')).ToList();

        Assert.True(own.Count > 3_000);
        Assert.Equal(said.Count, said.Distinct().Count());
        Assert.All(said, saying => Assert.Contains(own.In(saying), found => found.Where.Length == saying.Length && !found.Entry.Plans.Contains(saying)));
        Assert.NotEqual(own.Version, Two.Version);
    }
}
