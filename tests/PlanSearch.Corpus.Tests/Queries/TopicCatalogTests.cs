using PlanSearch.Corpus.Queries;
using PlanSearch.TestSupport;
using YamlDotNet.Core;

namespace PlanSearch.Corpus.Tests.Queries;

public sealed class TopicCatalogTests
{
    [Fact]
    public void Load_ReferenceData_HasTopicsThatCanBeAskedFor()
    {
        var topics = TopicCatalog.Load(Repository.ReferenceData);

        Assert.True(topics.Topics.Length > 5);
        Assert.All(topics.Topics, topic => Assert.Equal(new TopicTerm(topic), QueryParser.Parse($"#{topic.Name}", topics).Query));
        Assert.All(topics.Topics, topic => Assert.NotEmpty(topic.Definition));
    }

    [Fact]
    public void Load_NoFile_IsEmpty() => Assert.Empty(TopicCatalog.Load(Path.Combine(Repository.ReferenceData, "plans")).Topics);

    [Theory]
    [InlineData("氢能: 1")]
    [InlineData("- name: 氢能")]
    [InlineData("- name: a b\n  members: [x]")]
    [InlineData("- name: 氢能\n  members: [x]\n  else: 1")]
    [InlineData("- name: [x")]
    public void Read_NoListOfTopics_SaysWhere(string text) => Assert.ThrowsAny<YamlException>(() => TopicCatalog.Read(new StringReader(text)));

    [Fact]
    public void Find_OtherWidthOrGlyph_IsTheSame()
    {
        var topics = TopicCatalog.Read(new StringReader("- name: 5G应用\n  members: [5G]"));

        Assert.Equal("5G应用", topics.Find("５g應用")?.Name);
        Assert.Null(topics.Find("6G"));
    }

    [Fact]
    public void Near_MemberOfATopic_ComesFirst() =>
        Assert.Equal("氢能", TopicCatalog.Load(Repository.ReferenceData).Near("加氢站")[0]);
}
