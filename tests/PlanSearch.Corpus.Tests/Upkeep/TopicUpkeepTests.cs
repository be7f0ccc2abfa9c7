using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Upkeep;

public sealed class TopicUpkeepTests : IDisposable
{
    private const string Flow =
        """
        # 专题
        - name: 氢能   # 首字母 Q
          definition: "members: [x]"
          members: [氢能, 制氢,
            储氢]  # 换行
          exclude: [氢氧化]
        - name: 储能
          definition: 储存
          members:
            - 储能
            - "抽水蓄能"   # 引号
          exclude: []
        """;

    private readonly TemporaryFolder _folder = new();

    private CorpusOptions Options => new() { IndexDirectory = _folder.At("data/index"), ReferenceDirectory = _folder.At("reference") };

    [Theory]
    [InlineData("氢能", "液氢", "    储氢, 液氢]  # 换行")]
    [InlineData("储能", "飞轮储", "    - \"抽水蓄能\"\n    - 飞轮储   # 引号")]
    [InlineData("氢能", "C-H键", "    储氢, \"C-H键\"]  # 换行")]
    public void AddMember_AnyLayout_ChangesThatListAndNothingElse(string topic, string word, string expected)
    {
        var path = _folder.Write("data/topics.yaml", Flow);

        var changed = new TopicUpkeep(Options).AddMember(topic, word);

        Assert.Equal(word, changed.Value!.Members[^1]);
        var text = File.ReadAllText(path);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(word, TopicCatalog.LoadFile(path).Find(topic)!.Members[^1]);
        Assert.Equal(
            Flow.Length,
            text.Replace(", 液氢", "", StringComparison.Ordinal)
                .Replace("\n    - 飞轮储", "", StringComparison.Ordinal)
                .Replace(", \"C-H键\"", "", StringComparison.Ordinal).Length);
        Assert.Equal("topics.yaml", Assert.Single(Directory.EnumerateFiles(_folder.At("data")).Select(Path.GetFileName)));
    }

    [Fact]
    public void AddMember_FileThatCannotBeRead_IsRefused()
    {
        var path = _folder.Write("data/topics.yaml", Flow);
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("topics_not_editable", new TopicUpkeep(Options).AddMember("氢能", "液氢").Fault!.Code);
    }

    [Fact]
    public void AddMember_WithoutAFileOfItsOwn_MakesOneAndLeavesTheShippedOne()
    {
        var shipped = _folder.Write("reference/topics.yaml", Flow);
        Directory.CreateDirectory(_folder.At("data"));

        Assert.Null(new TopicUpkeep(Options).AddMember("氢能", "液氢").Fault);

        Assert.Equal(Flow, File.ReadAllText(shipped));
        Assert.Equal("液氢", TopicCatalog.LoadFile(Options.TopicsFile).Find("氢能")!.Members[^1]);
        Assert.Equal(Options.OwnTopicsFile, Options.TopicsFile);
    }

    [Theory]
    [InlineData("风能", "风机", "topic_unknown")]
    [InlineData("氢能", "制氢", "member_exists")]
    [InlineData("氢能", "氢氧化", "member_exists")]
    [InlineData("氢能", "", "member_invalid")]
    [InlineData("氢能", "Wi-Fi 6", "member_invalid")]
    [InlineData("氢能", "氢!能", "member_invalid")]
    [InlineData("氢能", "---", "member_invalid")]
    [InlineData("氢能", "氢]\n- name: x", "member_invalid")]
    public void AddMember_ThatCannotBe_IsRefusedAndChangesNothing(string topic, string word, string code)
    {
        var path = _folder.Write("data/topics.yaml", Flow);

        Assert.Equal(code, new TopicUpkeep(Options).AddMember(topic, word).Fault?.Code);
        Assert.Equal(Flow, File.ReadAllText(path));
    }

    [Fact]
    public void AddMember_FileThatCannotBeRead_IsRefusedAndLeftAsItIs()
    {
        const string Text = "- name: 甲\n  members: &list [一, 二]\n- name: 乙\n  members: *list\n";
        _folder.Write("data/topics.yaml", Text);

        Assert.Equal("topics_not_editable", new TopicUpkeep(Options).AddMember("甲", "三").Fault!.Code);
        Assert.Equal(Text, File.ReadAllText(_folder.At("data/topics.yaml")));
    }

    [Fact]
    public void AddMember_FromManyThreadsAtOnce_KeepsEveryWord()
    {
        _folder.Write("data/topics.yaml", Flow);
        var upkeep = new TopicUpkeep(Options);

        Parallel.For(0, 40, number => Assert.Null(upkeep.AddMember("氢能", $"词{number}").Fault));

        Assert.Equal(43, TopicCatalog.LoadFile(Options.TopicsFile).Find("氢能")!.Members.Length);
    }

    [Fact]
    public void ShippedFile_EveryTopic_CanBeAddedTo()
    {
        Directory.CreateDirectory(_folder.At("data"));
        var options = Options with { ReferenceDirectory = Repository.ReferenceData };
        var upkeep = new TopicUpkeep(options);

        Assert.All(TopicCatalog.LoadFile(options.TopicsFile).Topics, topic => Assert.Null(upkeep.AddMember(topic.Name, "新词").Fault));
        Assert.All(TopicCatalog.LoadFile(options.OwnTopicsFile).Topics, topic => Assert.Equal("新词", topic.Members[^1]));
    }

    [Fact]
    public void Corpus_FileChangedWhileItIsOpen_AnswersWithTheNewTopicsAndKeepsThemWhenItBreaks()
    {
        var path = _folder.Write("data/topics.yaml", Flow);
        var index = new TestSupport.Scan.ScanPlanIndex();
        InventedCollection.Publish(
            index, InventedCollection.Manifest, [InventedCollection.Built(new HandMadePlan("甲").Heading("一").Paragraph("液氢、制氢。"))]);
        using var corpus = PlanCollection.Open(Options, () => index);
        long Mentions() => corpus.Search(InventedCollection.Ask("#氢能"), default).Value!.Certificate.Mentions;

        Assert.Equal(1, Mentions());
        new TopicUpkeep(Options).AddMember("氢能", "液氢");
        Assert.Equal(2, Mentions());
        File.WriteAllText(path, "- name: [");
        Assert.Equal(2, Mentions());
        Assert.Contains(corpus.Status.Warnings, warning => warning.Contains("topics.yaml", StringComparison.Ordinal));
        File.Delete(path);
        Assert.NotNull(corpus.Search(InventedCollection.Ask("#氢能") with { Mode = QueryMode.Expression }, default).Fault);
    }

    public void Dispose() => _folder.Dispose();
}
