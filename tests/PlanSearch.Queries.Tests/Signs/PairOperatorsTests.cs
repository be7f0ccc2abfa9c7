using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Tests.Signs;

public sealed class PairOperatorsTests
{
    private static readonly Query Word = new LiteralQuery("氢能");

    [Fact]
    public void All_KindsOfPairs_HaveAnOperatorEach()
    {
        var kinds = typeof(PairQuery).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PairQuery)) && !type.IsAbstract);

        Assert.NotEmpty(PairOperators.All);
        Assert.Equal(
            kinds.Select(kind => kind.Name).Order(),
            PairOperators.All.Select(row => row.ToIndex(Word, Word, 3).GetType().Name).Distinct().Order());
    }

    [Fact]
    public void All_WordsOfOperators_AreTheirOwn() =>
        Assert.Equal(PairOperators.All.Length, PairOperators.All.Select(row => row.Word).Distinct().Count());

    [Fact]
    public void All_WhatARowSays_IsWhatIsReadAndPrinted() => Assert.All(PairOperators.All, row =>
    {
        var query = Assert.IsType<PairTerms>(QueryParser.Parse(row.Example).Query);

        Assert.Equal((row, row.DefaultDistance), (query.Operator, query.Distance));
        Assert.Equal((row.Example, query), (query.NormalForm, QueryParser.Parse($"氢能 {row.Word} 产业").Query));
        Assert.InRange(row.DefaultDistance, 0, row.MaxDistance);
        Assert.Contains($"{row.DefaultDistance}", row.InChinese);
        Assert.Contains($"{row.DefaultDistance}", row.InEnglish);
        Assert.Equal($"({Word} {row.Word}/{row.DefaultDistance} {Word})", row.ToIndex(Word, Word, row.DefaultDistance).ToString());
    });

    [Fact]
    public void All_FaultsOfAnOperator_NameItAndAreMended() => Assert.All(PairOperators.All, row =>
    {
        foreach (var (query, message, proposal) in new[]
        {
            ($"氢能 {row.Word}/{row.MaxDistance + 1} 产业", $"0到{row.MaxDistance}的字数", $"氢能 {row.Word}/{row.MaxDistance} 产业"),
            ($"氢能 {row.Word}/x 产业", $"如 {row.Word}/{row.DefaultDistance}", $"氢能 {row.Word}/{row.DefaultDistance} 产业"),
            ($"同句(氢能) {row.Word}/3 产业", $"{row.Word} 两边", "同句(氢能) 产业"),
            ($"氢能 {row.Word}/3 产业 {row.Word}/3 园区", $"一个 {row.Word} 只连两个词", $"(氢能 {row.Word}/3 产业) 园区"),
        })
        {
            var fault = QueryParser.Parse(query).Fault!;

            Assert.Contains(row.Word, fault.Message);
            Assert.Contains(message, fault.Message);
            Assert.Equal(proposal, fault.Proposal);
        }
    });
}
