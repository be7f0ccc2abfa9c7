using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Words;

/// <summary>What is taken for misspelt over the sample plans, and what is not.</summary>
public sealed class SpellingTests(SpellingTests.Samples samples, ITestOutputHelper output) : IClassFixture<SpellingTests.Samples>
{
    [Theory]
    [InlineData("营商环镜", "营商环境")]
    [InlineData("轨道交同", "轨道交通")]
    [InlineData("养老服物", "养老服务")]
    [InlineData("专精特心", "专精特新")]
    [InlineData("乡村阵兴", "乡村振兴")]
    [InlineData("知识产劝", "知识产权")]
    [InlineData("新能原", "新能源")]
    [InlineData("轻能", "氢能")]
    [InlineData("加氢占", "加氢站")]
    [InlineData("数字经既", "数字经济")]
    [InlineData("义务教肓", "义务教育")]          // by shape
    [InlineData("营商坏境", "营商环境")]
    [InlineData("应商环境", "营商环境")]          // ying, ying: the first character
    [InlineData("蓝江省", "岚江省")]             // a name of these plans alone
    [InlineData("如何改善营商环镜", "如何改善营商环境")]
    [InlineData("营商环镜 轨道交同", "营商环境 轨道交通")]
    [InlineData("營商環鏡", "營商環境")]
    [InlineData("英商环镜", "营商环境")]          // two of four, by sound
    [InlineData("营商环环境", "营商环境")]
    [InlineData("知识权", "知识产权")]
    [InlineData("5G网洛", "5G网络")]
    [InlineData("高薪技术产业", "高新技术产业")]
    public void Guess_WrongCharacter_IsTheCollectionsWord(string typed, string meant) =>
        Assert.Equal(meant, Guess(typed).Split('|')[0]);

    [Theory]
    [InlineData("氢能")]
    [InlineData("水力")]                  // a real word, of which these plans have only the other one
    [InlineData("河长制")]                // a word of the lexicon that is in no sample plan
    [InlineData("福建省厦门市")]
    [InlineData("王建国")]
    [InlineData("2025")]
    [InlineData("hydrogen")]
    [InlineData("PM2.5")]
    [InlineData("")]
    [InlineData("、、")]
    [InlineData("氢能的")]
    public void Guess_NothingWrong_IsNone(string typed) => Assert.Equal("", Guess(typed));

    [Fact]
    public void Guess_TextTooLong_IsNone()
    {
        const string wrong = "营商环镜";
        var blank = new string(' ', Spelling.LongestText - wrong.Length);

        Assert.NotEqual("", Guess(wrong + blank));
        Assert.Equal("", Guess(wrong + blank + " "));
    }

    [Fact]
    public void Guess_Changes_SayWhatBecameOfWhat()
    {
        var guess = SpellingGuess.Find(samples.Reader, "营商环镜 和 轨道交同", default)[0];

        Assert.Equal<SpellingChange>([new SpellingChange("营商环镜", "营商环境"), new SpellingChange("轨道交同", "轨道交通")], guess.Changes);
    }

    [Fact]
    public void Guess_LongText_AsksAFewTimes()
    {
        const string wrong = "营商环镜轨道交同养老服物乡村阵兴知识产劝营商坏境轨道交痛养老府务乡村振星知识铲权应商环境轨到交通";
        var asked = new List<string>();

        var guess = ViewWords.Of(samples.Reader, default).Spelling.Guess(wrong, piece =>
        {
            asked.Add(piece);
            return !wrong.Contains(piece, StringComparison.Ordinal);
        });

        Assert.Equal("营商环境轨道交通养老服务乡村振兴知识产权营商环境轨道交通养老服务乡村振兴知识产权营商环境轨道交通", guess[0].Text);
        Assert.Equal(asked.Distinct(), asked);
        Assert.InRange(asked.Count, 1, 40);
    }

    [Fact]
    public void Guess_WordOfParagraphsAlone_IsOfferedWithWhatIsBeforeIt()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("全面推行河长制").Heading("优化能源结构").Paragraph("发展氢能源汽车。")));
        using var reader = corpus.Read();

        Assert.Equal(["氢能源"], SpellingGuess.Find(reader, "氢能缘", default).Select(guess => guess.Text));
        Assert.Equal(["河长制"], SpellingGuess.Find(reader, "河长治", default).Select(guess => guess.Text));
        Assert.Empty(SpellingGuess.Find(reader, "储能缘", default));
    }

    [Fact]
    public void Guess_OfAScope_KnowsItsPlansAlone()
    {
        using var whole = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("内").Heading("健康霁湖").Heading("数字霁湖")),
            InventedCollection.Built(new HandMadePlan("外").Heading("健康澄湾").Heading("数字澄湾")));
        using var confined = new ReadingSession(whole, PlanScope.Of([new("plan", ["内"])]).Value!);

        Assert.Equal("霁湖", Assert.Single(SpellingGuess.Find(confined.Reader, "霁胡", default)).Text);
        Assert.Empty(SpellingGuess.Find(confined.Reader, "城湾", default));
        using var reader = whole.Read();
        Assert.Equal("澄湾", Assert.Single(SpellingGuess.Find(reader, "城湾", default)).Text);
    }

    [Fact]
    public void Guess_WordsOfCollectionAndLexicon_AreRight() => AssertRight(
        ViewWords.Of(samples.Reader, default).Words.Own.Select(word => word.Text).Concat(Lexicon.Load(Repository.ReferenceData).Words));

    [Fact]
    public void Guess_WordsOfNames_AreRight()
    {
        var cutter = ViewWords.Of(samples.Reader, default).Words.Cutter;
        AssertRight(
            PrintedNames.Of(samples.Reader.View)
                .SelectMany(name => cutter.Cut(name.Text).Select(word => name.Text.Substring(word.Start, word.Length)).Append(name.Text)));
    }

    // Names of real plans, asked of a collection that has hardly any of them.
    [SharedPlansFact]
    public void Guess_NamesOfOtherPlans_AreRight()
    {
        using var folder = new IngestFolder();
        folder.Run([Repository.SharedPlans]);
        using var corpus = PlanCollection.Open(folder.Options);
        using var reader = corpus.Read();

        AssertRight(PrintedNames.Of(reader.View).Select(name => name.Text));
    }

    private void AssertRight(IEnumerable<string> texts)
    {
        string[] all = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        output.WriteLine($"{all.Length} texts");
        Assert.True(all.Length > 500, $"only {all.Length} texts");
        Assert.Equal([], all.Select(text => $"{text}: {Guess(text)}").Where(pair => !pair.EndsWith(": ", StringComparison.Ordinal)));
    }

    private string Guess(string typed) => string.Join('|', SpellingGuess.Find(samples.Reader, typed, default).Select(guess => guess.Text));

    /// <summary>The sample plans, as they are searched.</summary>
    public sealed class Samples : IDisposable
    {
        private readonly IngestFolder _folder = new();
        private readonly PlanCollection _corpus;

        public Samples()
        {
            _folder.Run([Repository.SamplePlans]);
            _corpus = PlanCollection.Open(_folder.Options);
            Reader = _corpus.Read();
        }

        public CollectionReader Reader { get; }

        public void Dispose()
        {
            Reader.Dispose();
            _corpus.Dispose();
            _folder.Dispose();
        }
    }
}
