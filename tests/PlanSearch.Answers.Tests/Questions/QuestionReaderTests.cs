using PlanSearch.Answers.Questions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Questions;

/// <summary>A question -> the words it is answered by.</summary>
public sealed class QuestionReaderTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(InventedCollection.Built(
        new HandMadePlan("甲").Heading("第一章 医疗保障").Paragraph("降低医疗费用，药品集中采购，支持中小企业数字化转型，建设5G基站，改善营商环境，发展轨道交通。")
            .Paragraph("分级诊疗，医疗资源下沉。黑臭水体治理。").Paragraph("高速公路，四好农村路。能人带头。主要目标。提高满意率。")));

    [Theory]
    // Words that say nothing are left out.
    [InlineData("如何支持中小企业数字化转型", "支持 中小企业 数字化 转型", "")]
    // What plans write for it stands for what people say.
    [InlineData("看病贵怎么办", "医疗费用", "")]
    // A word that no plan has is named.
    [InlineData("火星 营商环境", "营商环境", "火星")]
    // A misspelt word is looked for as it would be right.
    [InlineData("营商环镜", "营商环境", "")]
    // A letter or a digit is a word by itself.
    [InlineData("5G 基站", "5G 基站", "")]
    [InlineData("怎么办", "", "")]
    // What is said with other characters between is said.
    [InlineData("看个病怎么会这么贵", "医疗费用", "")]
    // What no plan has, and no saying is, is found by the sayings that have it.
    [InlineData("臭水", "黑臭水体", "")]
    // Words that say little are asked for where nothing else is.
    [InlineData("目标", "目标", "")]
    [InlineData("医疗费用的目标", "医疗费用", "")]
    public void Read_AQuestion_HasItsWordsAndNamesWhatIsMissing(string question, string words, string missing)
    {
        var read = Read(new SearchRequest { Query = question });

        Assert.Empty(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(read.On.Select(word => word.Text)));
        Assert.Equal(missing, string.Join(' ', read.Missing));
    }

    // 长治 occurs, and 河 is left over: all of the input together may be 河长制 by its sound. Beside other words it stays as it was typed.
    [Theory]
    [InlineData("河长治", "长治 河长制")]
    [InlineData("河长治 营商环境", "长治 营商环境")]
    public void Read_AWordWhosePartIsAnotherWord_IsLookedForRespelledTooWhereItIsAllOfTheInput(string question, string words)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("乙").Heading("全面推行河长制").Paragraph("实现长治久安，改善营商环境。")));
        using var reader = corpus.Read();

        var read = QuestionReader.Read(reader, new SearchRequest { Query = question, Mode = QueryMode.Words }, default);

        Assert.Equal(words, string.Join(' ', read.Words.Where(word => word.Source is "question" or "spelling").Select(word => word.Text)));
    }

    [Fact]
    public void Read_WhatPlansWrite_WeighsLessWhereTheWordItselfIsSaid()
    {
        var read = Read(new SearchRequest { Query = "看病贵" });

        Assert.Equal(("看病贵", "paraphrase", 1.0), (read.Terms[0], read.Words[0].Source, read.Words[0].Weight));
        Assert.All(read.Words, word => Assert.InRange(word.Weight, 0.1, 1));
    }

    [Fact]
    public void Read_ASayingWithinALongerOne_WeighsLess()
    {
        var read = Read(new SearchRequest { Query = "农村公路" });

        Assert.True(WeightOf(read, "高速公路") < 0.5 * WeightOf(read, "四好农村路"));
    }

    // 率 ends a word.
    [Fact]
    public void Read_AWordWithAnEnding_WeighsWhole() =>
        Assert.Equal(1, WeightOf(Read(new SearchRequest { Query = "满意率 医疗费用" }), "满意率"));

    // 人带 is no word; it is in 能人带头 as well.
    [Fact]
    public void Read_CharactersThatAreNoWord_WeighLessUnlessTheyAreAllThereIs()
    {
        Assert.True(WeightOf(Read(new SearchRequest { Query = "没人带 医疗费用" }), "人带") < 0.5);
        Assert.Equal(1, WeightOf(Read(new SearchRequest { Query = "人带" }), "人带"));
    }

    // 小企业 and 中小企 are sayings as well, and within a word that occurs nothing of their own.
    [Fact]
    public void Read_ASayingWithinAWord_IsNoWordOfItsOwn() =>
        Assert.Equal(
            ["中小企业"], Read(new SearchRequest { Query = "中小企业" }).Words.Where(word => word.Source == "question").Select(word => word.Text));

    [Fact]
    public void Read_LongText_HasABoundedNumberOfWordsEachOnce()
    {
        var read = Read(new SearchRequest { Query = string.Concat(Enumerable.Repeat("医疗保障和医疗费用、药品集中采购、数字化转型、轨道交通、看病难、看病贵、停车难、", 20)) });

        Assert.InRange(read.Words.Length, 1, 32);
        Assert.Equal(read.Words.Length, read.Words.Select(word => word.Text).Distinct().Count());
        Assert.All(read.Words, word => Assert.InRange(word.Term, 0, read.Terms.Length - 1));
    }

    [Theory]
    [InlineData("\u0000\uFFFF")]
    [InlineData("((( AND OR -")]
    [InlineData("#没有这个专题")]
    [InlineData("“")]
    public void Read_Signs_AreNoFault(string question)
    {
        using var reader = _corpus.Read();

        Assert.NotNull(
            _corpus.Search(new SearchRequest { Query = question, Mode = QueryMode.Words, Order = SearchOrder.Relevance }, default).Value);
    }

    private static double WeightOf(Question read, string word) => Assert.Single(read.Words, found => found.Text == word).Weight;

    public void Dispose() => _corpus.Dispose();

    private Question Read(SearchRequest request)
    {
        using var reader = _corpus.Read();
        return QuestionReader.Read(reader, request with { Mode = QueryMode.Words }, default);
    }
}
