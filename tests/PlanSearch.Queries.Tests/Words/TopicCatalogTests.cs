using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;
using YamlDotNet.Core;

namespace PlanSearch.Queries.Tests.Words;

public sealed class TopicCatalogTests
{
    /// <summary>The topics that come with the program.</summary>
    public static TheoryData<string> Shipped => [.. TopicCatalog.Load(Repository.ReferenceData).Topics.Select(topic => topic.Name)];

    [Fact]
    public void Load_ReferenceData_HoldsTheVocabularyUnderNamesOfItsOwn()
    {
        var names = TopicCatalog.Load(Repository.ReferenceData).Topics.Select(topic => Fold.Of(topic.Name)).ToList();

        Assert.True(names.Count >= 60, $"only {names.Count} topics");
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Load_ShippedTopic_CanBeAskedForAndExplained(string name)
    {
        var topics = TopicCatalog.Load(Repository.ReferenceData);
        var topic = topics.Find(name)!;

        Assert.Equal(new TopicTerm(topic), QueryParser.Parse($"#{name}", topics).Query);
        Assert.InRange(topic.Definition.Length, 8, 60);
        Assert.InRange(topic.Members.Length, 2, QueryParser.MaxMembers / 4);
    }

    // The reader drops a word that is listed twice, so the text itself is looked at; folded, as it is searched.
    [Fact]
    public void Load_ReferenceData_ListsNoWordTwiceInATopic()
    {
        var lines = File.ReadAllText(Path.Combine(Repository.ReferenceData, "topics.yaml")).Split("\n- name: ").Skip(1);
        Assert.All(lines, topic =>
        {
            var words = ListedWords(topic);
            Assert.NotEmpty(words);
            Assert.Equal(words.Distinct(), words);
        });
    }

    // Only a word that holds a member and is longer can take a mention away.
    [Theory]
    [MemberData(nameof(Shipped))]
    public void Load_ShippedTopic_ExcludesNothingInVain(string name)
    {
        var topic = TopicCatalog.Load(Repository.ReferenceData).Find(name)!;
        var members = topic.Members.Select(Fold.Of).ToList();

        Assert.All(
            topic.Exclude.Select(Fold.Of),
            word => Assert.Contains(members, member => member.Length < word.Length && word.Contains(member, StringComparison.Ordinal)));
        Assert.All(topic.Exclude.Select(Fold.Of), word => Assert.DoesNotContain(word, members));
    }

    [Fact]
    public void Load_NoFile_IsEmpty() => Assert.Empty(TopicCatalog.Load(Path.Combine(Repository.ReferenceData, "plans")).Topics);

    [Theory]
    [InlineData("氢能: 1")]
    [InlineData("- name: 氢能")]
    [InlineData("- name: a b\n  members: [x]")]
    [InlineData("- name: 氢能\n  members: [x]\n  else: 1")]
    [InlineData("- name: [x")]
    public void Read_NoListOfTopics_SaysWhere(string text) =>
        Assert.ThrowsAny<YamlException>(() => TopicCatalog.Read(new StringReader(text)));

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

    private static List<string> ListedWords(string topic) =>
    [
        .. topic.Split('[', ']').Where((_, part) => part % 2 == 1)
            .SelectMany(list => list.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(Fold.Of),
    ];
}
