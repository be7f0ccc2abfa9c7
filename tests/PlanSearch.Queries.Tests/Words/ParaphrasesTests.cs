using PlanSearch.Plans;
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

    // The characters in their order, a few others between; what is apart begins a word.
    [Theory]
    [InlineData("看病|太|贵", "看病贵")]
    [InlineData("看|什么|病|都|贵", "看病 看病贵")]
    [InlineData("看|重病|贵", "")]
    [InlineData("看病贵", "")]
    [InlineData("看病|，|太|贵", "")]
    [InlineData("看病|一二三四五六七|贵", "")]
    [InlineData("贵|看病", "")]
    public void Apart_CharactersBetween_AreASayingWhereWordsBegin(string words, string sayings)
    {
        var (text, ranges) = (words.Replace("|", "", StringComparison.Ordinal), new List<TextRange>());
        foreach (var word in words.Split('|'))
        {
            ranges.Add(new TextRange(ranges.Count == 0 ? 0 : ranges[^1].End, word.Length));
        }

        ranges.RemoveAll(range => text[range.Start] == '，');

        Assert.Equal(sayings, string.Join(' ', Two.Apart(text, ranges).Select(found => found.Saying).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("药费", "医疗费用")]
    [InlineData("看病", "医疗费用 就医")]
    [InlineData("费", "")]
    [InlineData("住院", "")]
    public void Around_AWord_HasTheEntriesOfSayingsWithIt(string word, string plans) =>
        Assert.Equal(plans, string.Join(' ', Two.Around(word).Select(entry => entry.Plans[0])));

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
        Assert.All(
            said,
            saying => Assert.Contains(own.In(saying), found => found.Where.Length == saying.Length && !found.Entry.Plans.Contains(saying)));
        Assert.NotEqual(own.Version, Two.Version);
    }
}
