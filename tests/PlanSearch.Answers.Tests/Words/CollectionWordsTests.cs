using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Embedded;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Answers.Tests.Words;

/// <summary>Which words plans have of their own, whose they are, and when they are made.</summary>
public sealed class CollectionWordsTests
{
    private static readonly LexiconWords Lexicon = new(
        PlanSearch.Queries.Words.Lexicon.Load(Repository.ReferenceData), new EmbeddedWordDictionary());

    [Theory]
    [InlineData("健康霁湖 数字霁湖 霁湖区级平台", "霁湖")]
    [InlineData("健康霁湖", "")]                                   // once is chance
    [InlineData("建设霁湖 霁湖教育 澄江 岚江 霁江", "霁湖")]            // 江 is in too many other words
    [InlineData("大榛堰水库 大榛堰灌区", "大榛堰")]                   // not 榛堰, which is always part of it
    [InlineData("书写三篇大文章 做好三篇大文章", "")]                   // always before the same word
    [InlineData("产业发展 产业集群", "")]                           // no single characters
    public void Own_Names_AreWhatComesTogetherAgainAndAgain(string names, string words) =>
        Assert.Equal(words, string.Join(' ', Of(names.Split(' ')).Own.Select(word => word.Text)));

    [Fact]
    public void Cut_WordMadeOfOthers_IsOneWhereTheNamesHaveItSo()
    {
        Assert.Equal("土壤|污染|防治", Cut(Of(["污染防治"]), "土壤污染防治"));
        Assert.Equal("土壤污染|防治", Cut(Of(["土壤污染调查", "土壤污染治理", "土壤污染风险"]), "土壤污染防治"));
    }

    [Fact]
    public void Names_OfPlans_AreHeadingsBoxesEntriesAndRows()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("健康霁湖").Paragraph("不是名称的段落").BoxTitle("数字霁湖工程").Row("1", "霁湖水质", "90")));
        using var reader = corpus.Read();

        var names = PrintedNames.Of(reader.View);

        Assert.Equal(
            [("健康霁湖", "heading", 1), ("数字霁湖工程", "box", 1), ("霁湖水质", "indicator", 1)],
            names.Select(name => (name.Text, name.Kind, name.Plans.Length)));
    }

    [Fact]
    public void Words_OfAScope_AreThoseOfItsPlansAlone()
    {
        using var whole = InventedCollection.Open(Plan("内", "健康霁湖", "数字霁湖"), Plan("外", "健康澄湾", "数字澄湾"));
        using var confined = new ReadingSession(whole, PlanScope.Of([new("plan", ["内"])]).Value!);
        using var oracle = InventedCollection.Open(Plan("内", "健康霁湖", "数字霁湖"));

        Assert.Equal("霁湖", Own(confined.Reader));
        using var reader = whole.Read();
        Assert.Equal("澄湾 霁湖", Own(reader));
        Assert.Empty(Suggestion.Find(confined.Reader, "澄", 10, default));
        Assert.Equal(oracle.Suggest("霁", 10), Suggestion.Find(confined.Reader, "霁", 10, default));
        Assert.Equal(
            ("霁湖", "word", 1), (oracle.Suggest("霁", 10)[0].Text, oracle.Suggest("霁", 10)[0].Kind, oracle.Suggest("霁", 10)[0].Plans));
    }

    [Fact]
    public void Words_OfANewGeneration_AreMadeAnewAndThoseOfTheOldStay()
    {
        var index = new WatchedIndex(new ScanPlanIndex());
        InventedCollection.Publish(index, InventedCollection.Manifest, [Plan("甲", "健康霁湖", "数字霁湖")]);
        using var corpus = PlanCollection.Open(InventedCollection.Options, () => index);
        corpus.KeepWordsReady();
        using var old = corpus.Read();
        InventedCollection.Publish(index, InventedCollection.Manifest, [Plan("乙", "健康澄湾", "数字澄湾")]);

        using (var newer = corpus.Read())
        {
            Assert.Equal("澄湾 霁湖", Own(newer));
            Assert.Same(ViewWords.Of(newer, default), ViewWords.Of(newer, default));
        }

        Assert.Equal("霁湖", Own(old));
        Assert.Empty(index.Closed);
        old.Dispose();
        Assert.Equal([1L], index.Closed);
    }

    // The dictionary of this collection is not loaded before the test says so: whatever is answered until then did not wait for it.
    [Fact]
    public async Task Search_WordsNotMadeYet_IsAnsweredAndWhoNeedsThemWaits()
    {
        using var gate = new GatedDictionary();
        var index = new ScanPlanIndex();
        InventedCollection.Publish(index, InventedCollection.Manifest, [Plan("甲", "健康霁湖", "数字霁湖")]);
        using var corpus = PlanCollection.Open(InventedCollection.Options with { Dictionary = gate }, () => index);
        corpus.KeepWordsReady();

        Assert.Equal(2, corpus.Search(InventedCollection.Ask("霁湖"), default).Value!.Certificate.Mentions);
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        using var reader = corpus.Read();
        Assert.ThrowsAny<OperationCanceledException>(() => ViewWords.Of(reader, ended.Token));
        var waiting = Task.Run(() => corpus.Suggest("霁", 10));
        Assert.False(waiting.IsCompleted);

        gate.Open();

        Assert.Equal("霁湖", (await waiting)[0].Text);
    }

    [Fact]
    public void Words_ManyAskingAtOnce_AreMadeOnce()
    {
        using var corpus = InventedCollection.Open(Plan("甲", "健康霁湖", "数字霁湖"));
        using var reader = corpus.Read();
        var made = new ViewWords.Made[16];

        Parallel.For(0, made.Length, at => made[at] = ViewWords.Of(reader, default));

        Assert.Single(made.Distinct());
    }

    [Fact]
    public void Words_WhatCouldNotBeMade_IsTriedAgain()
    {
        var failing = new FailingOnce();
        var index = new ScanPlanIndex();
        InventedCollection.Publish(index, InventedCollection.Manifest, [Plan("甲", "健康霁湖", "数字霁湖")]);
        using var corpus = PlanCollection.Open(InventedCollection.Options with { Dictionary = failing }, () => index);
        using var reader = corpus.Read();

        Assert.Throws<IOException>(() => ViewWords.Of(reader, default));
        Assert.Equal("霁湖", Own(reader));
    }

    // The half that nothing was tuned by. The margin is half of what was measured (tests/Benchmarks/RESULTS.md).
    [Fact]
    public void Cut_PhrasesCutByHand_IsAheadOfDictionaryAndLexicon()
    {
        using var folder = new IngestFolder();
        folder.Run([Repository.SamplePlans]);
        using var corpus = PlanCollection.Open(folder.Options);
        using var reader = corpus.Read();
        var words = ViewWords.Of(reader, default).Words;

        var lexicon = CutScore.Of(CutPhrase.HeldOut, text => Lexicon.Cutter.Cut(text));
        var collection = CutScore.Of(CutPhrase.HeldOut, text => words.Cutter.Cut(text));

        Assert.Contains(words.Own, word => word.Text == "霁湖");
        Assert.True(collection.F1 > lexicon.F1 + 0.005, $"{collection.F1:0.000}, {lexicon.F1:0.000} without the plans' words");
    }

    private static (StoredPlan Plan, IReadOnlyList<string> Texts) Plan(string id, params string[] headings) =>
        InventedCollection.Built(headings.Aggregate(new HandMadePlan(id), (plan, heading) => plan.Heading(heading)));

    private static CollectionWords Of(IEnumerable<string> names) =>
        CollectionWords.Of(Lexicon, names.Select(name => new PrintedName(name, "heading", [0])));

    private static string Own(CollectionReader reader) =>
        string.Join(' ', ViewWords.Of(reader, default).Words.Own.Select(word => word.Text).Order(StringComparer.Ordinal));

    private static string Cut(CollectionWords words, string text) =>
        string.Join('|', words.Cutter.Cut(text).Select(word => text.Substring(word.Start, word.Length)));

    private sealed class GatedDictionary : IWordDictionary, IDisposable
    {
        private readonly EmbeddedWordDictionary _inner = new();
        private readonly ManualResetEventSlim _isOpen = new();

        public void Open() => _isOpen.Set();

        public IReadOnlyList<int> EndsOf(string text)
        {
            _isOpen.Wait();
            return _inner.EndsOf(text);
        }

        public void Dispose() => _isOpen.Dispose();
    }

    private sealed class FailingOnce : IWordDictionary
    {
        private readonly EmbeddedWordDictionary _inner = new();
        private int _asked;

        public IReadOnlyList<int> EndsOf(string text) =>
            text.Contains("霁湖", StringComparison.Ordinal) && Interlocked.Increment(ref _asked) == 1
                ? throw new IOException("gone for a moment")
                : _inner.EndsOf(text);
    }
}
