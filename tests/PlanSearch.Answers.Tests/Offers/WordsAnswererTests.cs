using System.Collections.Immutable;
using PlanSearch.Answers.Changes;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Replication;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Offers;

/// <summary>The input as a question: beside an answer without a mention, or in its place.</summary>
public sealed class WordsAnswererTests(ITestOutputHelper output) : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(
        InventedCollection.Built(
            new HandMadePlan("甲").Heading("第一章 养老").Paragraph("养老机构增加床位，发展居家养老。").Heading("第二章 住房").Paragraph("保障性住房。"),
            metadata => metadata with { RegionPath = ["岚江省"], Period = "十五五" }),
        InventedCollection.Built(
            new HandMadePlan("乙").Heading("第一章 养老服务").Paragraph("居家养老。").Heading("第二章 医疗").Paragraph("医疗保障，降低药价。"),
            metadata => metadata with { RegionPath = ["别处省"], Period = "十四五" }));

    [Fact]
    public void Auto_InputWithoutAMention_IsAnsweredByItsWordsBesideAndNotCounted()
    {
        var answer = Answer("怎么增加养老床位", QueryMode.Auto);

        Assert.Equal((0L, 0, "literal"), (answer.Certificate.Mentions, answer.Hits.Length, answer.Certificate.Mode));
        Assert.Null(answer.Certificate.Question);
        var words = answer.Words!;
        Assert.Contains(("养老", "question"), words.Words.Select(word => (word.Word, word.Source)));
        Assert.Equal("甲", words.Hits[0].Plan);
        Assert.Contains(words.Hits[0].Plan, answer.Plans.Select(plan => plan.Id));
        Assert.True(words.Mentions > 0);
    }

    [Theory]
    [InlineData("居家养老")]
    [InlineData("火星移民")]
    public void Auto_InputWithMentionsOrWithoutAnyWord_HasNone(string query) => Assert.Null(Answer(query, QueryMode.Auto).Words);

    [Fact]
    public void Words_Asked_AreTheAnswerItself()
    {
        var answer = Answer("养老床位", QueryMode.Words);

        Assert.Equal("words", answer.Certificate.Mode);
        Assert.Empty(answer.Words!.Hits);
        Assert.Equal("甲", answer.Hits[0].Plan);
        Assert.Equal(answer.Words.Mentions, answer.Certificate.Mentions);
        Assert.Equal(
            answer.Words.Words.Where(word => word.On).Select(word => word.Word),
            answer.Certificate.Question!.Words.Select(word => word.Word));
        Assert.All(answer.Hits, hit => Assert.Equal(hit.Score!.Value, hit.Answers!.Shares.Sum(share => share.Value), 9));
        Assert.Equal(answer.Hits.Select(hit => hit.Score).OrderDescending(), answer.Hits.Select(hit => hit.Score));
    }

    // A heading whose text is all in its subsections names what is asked for, and answers nothing.
    [Fact]
    public void Words_AHeadingAlone_ComesAfterAText()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("第一章 湿地").Heading("第一节 树木").Paragraph("栽树。").Heading("第二章 河流").Paragraph("恢复湿地。")));
        var hits = corpus.Search(Ask("湿地"), default).Value!.Hits;

        Assert.Equal(2, hits.Length);
        Assert.Contains(hits[0].Passages, passage => passage.Text == "恢复湿地。");
        Assert.All(hits, hit => Assert.Equal(hit.Score!.Value, hit.Answers!.Shares.Sum(share => share.Value), 9));
    }

    [Fact]
    public void Words_AHit_NamesWhatItHasAndWhatItLacks()
    {
        var hit = Answer("床位 火星 医疗", QueryMode.Words).Hits.First(found => found.Plan == "甲");

        Assert.Contains(("床位", 1), hit.Answers!.Has.Select(word => (word.Word, word.Count)));
        Assert.Equal<string>(["医疗"], hit.Answers.Lacks);
    }

    // A word stands for the first thing that asks for it; what was left out is not lacking.
    [Theory]
    [InlineData("养老 和 养老", "")]
    [InlineData("养老 医疗", "医疗")]
    public void Words_WhatIsNotLookedFor_IsNotLacking(string question, string off)
    {
        var answer = _corpus.Search(Ask(question) with { WordsOff = [off] }, default).Value!;

        Assert.NotEmpty(answer.Hits);
        Assert.All(answer.Hits, hit => Assert.Empty(hit.Answers!.Lacks));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(0)]
    public void Words_SizeOutOfRange_IsRefusedLikeAnyOther(int size) =>
        Assert.Equal("size_out_of_range", _corpus.Search(Ask("养老") with { Size = size }, default).Fault!.Code);

    [Fact]
    public void Words_AHitMadeWhole_KeepsItsBestParagraphFirstAndItsWords()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(Enumerable.Range(0, 9)
            .Aggregate(new HandMadePlan("甲").Heading("第一章 民生"), (plan, at) => plan.Paragraph($"第{at}，增加床位。"))
            .Paragraph("增加养老床位。")));
        using var reader = corpus.Read();
        var inquiry = reader.Ask(Ask("养老 床位"), default).Value!;
        var hit = Assert.Single(inquiry.Records.Value!.Hits);

        var whole = inquiry.Whole(hit);

        Assert.True(hit.MoreMentions > 0);
        Assert.Equal(
            hit.Passages.Select(passage => passage.Text), whole.Passages.Take(hit.Passages.Length).Select(passage => passage.Text));
        Assert.StartsWith("增加养老床位", whole.Passages[0].Text, StringComparison.Ordinal);
        Assert.Equal((hit.Answers, hit.Why, 0), (whole.Answers, whole.Why, whole.MoreMentions));
    }

    // Within a place that was chosen by hand its name is no word.
    [Fact]
    public void Words_PlaceThatIsChosenAlready_IsNoWord()
    {
        var chosen = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add("region", new FacetSelection(["岚江省"], []));
        var answer = _corpus.Search(Ask("岚江省 养老") with { Filters = chosen }, default).Value!;

        Assert.DoesNotContain(answer.Words!.Words, word => word.Word == "岚江省");
        Assert.Equal(Answer("岚江省 养老", QueryMode.Words).Certificate.Mentions, answer.Certificate.Mentions);
    }

    [Fact]
    public void Words_BestParagraph_IsShownFirst()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("第一章 民生").Paragraph("床位紧张。").Paragraph("天气。").Paragraph("增加养老床位，建养老机构。")));

        var hit = Assert.Single(corpus.Search(Ask("养老 床位"), default).Value!.Hits);

        Assert.StartsWith("增加养老床位", hit.Passages[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("床位紧张", hit.Passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_SwitchedOff_AreNeitherCountedNorRankedBy()
    {
        var all = Answer("养老 医疗", QueryMode.Words);
        var without = _corpus.Search(Ask("养老 医疗") with { WordsOff = ["医疗"] }, default).Value!;

        Assert.True(without.Certificate.Mentions < all.Certificate.Mentions);
        Assert.False(without.Words!.Words.Single(word => word.Word == "医疗").On);
        Assert.DoesNotContain(without.Hits, hit => hit.Answers!.Has.Any(word => word.Word == "医疗"));
        Assert.Equal<string>(["医疗"], without.Certificate.Question!.Off);
    }

    [Fact]
    public void Words_PlaceInTheQuestion_IsAFilterThatCanBeUndone()
    {
        var placed = Answer("岚江省 养老", QueryMode.Words);
        var undone = _corpus.Search(Ask("岚江省 养老") with { WithPlaces = false }, default).Value!;

        Assert.Equal("岚江省", Assert.Single(placed.Words!.AppliedFilters).Said);
        Assert.Equal<string>(["岚江省"], placed.Certificate.Filters["region"]);
        Assert.All(placed.Hits, hit => Assert.Equal("甲", hit.Plan));
        Assert.Empty(undone.Words!.AppliedFilters);
        Assert.Contains(undone.Hits, hit => hit.Plan == "乙");
    }

    // Everybody calls a zone by the first half of its name.
    [Fact]
    public void Words_ShortNameOfAZone_IsAPlace()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(
                new HandMadePlan("甲").Heading("第一章").Paragraph("人才住房。"), metadata => metadata with { RegionPath = ["岚江省", "望临改革创新示范区"] }),
            InventedCollection.Built(
                new HandMadePlan("乙").Heading("第一章").Paragraph("人才住房。"), metadata => metadata with { RegionPath = ["岚江省"] }));

        var answer = corpus.Search(Ask("望临 人才 住房"), default).Value!;

        Assert.Equal<string>(["岚江省/望临改革创新示范区"], Assert.Single(answer.Words!.AppliedFilters).Values);
        Assert.Equal("甲", Assert.Single(answer.Hits).Plan);
    }

    // 床位 is said in no plan of that place: an empty answer would help nobody.
    [Fact]
    public void Words_NothingInThePlace_IsAnsweredFromEverywhere()
    {
        var answer = Answer("别处省 床位", QueryMode.Words);

        Assert.Empty(answer.Words!.AppliedFilters);
        Assert.Equal("甲", answer.Hits[0].Plan);
    }

    [Fact]
    public void Words_YearsInTheQuestion_AreThePeriodsTheyLieIn()
    {
        var answer = Answer("2026到2030年 养老", QueryMode.Words);

        Assert.Equal<string>(["十五五"], Assert.Single(answer.Words!.AppliedFilters).Values);
        Assert.All(answer.Hits, hit => Assert.Equal("甲", hit.Plan));
    }

    [Fact]
    public void Words_Certificate_IsReplicatedByItsWords()
    {
        using var reader = _corpus.Read();
        var certificate = FullCertificateMaker.Make(reader, Ask("怎么增加养老床位"), default).Value!;

        var report = CertificateComparison.Replicate(reader, certificate, default);

        Assert.Empty(report.Counts);
        Assert.Equal(certificate.Certificate.Mentions, report.Now!.Mentions);
        Assert.Equal(certificate.Certificate.NormalForm, report.Now.NormalForm);
    }

    [Fact]
    public void Words_AsAFeed_AreRefusedByName()
    {
        using var reader = _corpus.Read();

        Assert.Equal("mode_not_followed", ChangeFeed.Answer(reader, Ask("养老"), since: null, default).Fault!.Code);
    }

    // Its counts are those of the expression that it says it is, its pages are one list.
    [Fact]
    public void Words_RandomQuestions_CountWhatTheirExpressionDoesAndPageWithoutRepeating()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 30));
        for (var round = 0; round < 60; round++)
        {
            var question = string.Join(
                random.Next(2) == 0 ? " " : "和",
                Enumerable.Range(0, random.Next(1, 5)).Select(_ => InventedCollection.Words[random.Next(7)]));
            var request = Ask(question) with { Size = random.Next(1, 9) };
            var answer = corpus.Search(request, default).Value!;
            var counted = corpus.Search(
                InventedCollection.Ask(answer.Words!.Query) with { Mode = QueryMode.Expression }, default).Value!.Certificate;
            Assert.Equal(
                (counted.Mentions, counted.Records, counted.Plans),
                (answer.Certificate.Mentions, answer.Certificate.Records, answer.Certificate.Plans));

            var seen = new List<(string, int)>();
            for (var page = answer; ; page = corpus.Search(request with { Cursor = page.Next }, default).Value!)
            {
                seen.AddRange(page.Hits.Select(hit => (hit.Plan, hit.Record)));
                if (page.Next is null)
                {
                    break;
                }
            }

            Assert.Equal(answer.Certificate.Records, seen.Distinct().Count());
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    public void Dispose() => _corpus.Dispose();

    private static SearchRequest Ask(string question) => new() { Query = question, Mode = QueryMode.Words, Order = SearchOrder.Relevance };

    private SearchAnswer Answer(string query, QueryMode mode) =>
        _corpus.Search(
            Ask(query) with { Mode = mode, Order = mode == QueryMode.Words ? SearchOrder.Relevance : SearchOrder.Document },
            default).Value!;
}
