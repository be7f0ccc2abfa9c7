using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Export.Tests;

public sealed class CountSentenceTests
{
    // 2026-11-20 20:30 UTC is the 21st in Beijing.
    private static readonly DateTimeOffset BuiltAt = new(2026, 11, 20, 20, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Word_SaysScopeWhoSaysItWhoDoesNotAndWhen() => Assert.Equal(
        "据本库数据（截至2026年11月21日，数据版本1），库中全部 4 份规划（其中 1 份为节选）中，2份提及“氢能”，共3处；1份全文未提及，1份文本不全、不能判断。",
        Sentence(InventedCollection.Ask("氢能")));

    [Fact]
    public void Of_ExpressionUnderAFilter_SaysBoth() => Assert.Equal(
        "据本库数据（截至2026年11月21日，数据版本1），时期为十四五，共 2 份规划中，按检索式“氢能 储能”（含“氢能”并且含“储能”）有1份提及，共2处；1份没有。",
        Sentence(new SearchRequest
        {
            Query = "氢能 储能",
            Mode = QueryMode.Expression,
            Filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add(FacetNames.Period, new FacetSelection(["十四五"], [])),
        }));

    [Fact]
    public void Of_WordInHeadings_DoesNotSayThatTheOthersNeverSayIt() => Assert.Equal(
        "据本库数据（截至2026年11月21日，数据版本1），文中位置为标题，共 4 份规划（其中 1 份为节选）中，0份提及“氢能”，共0处；3份没有，1份文本不全、不能判断。",
        Sentence(new SearchRequest
        {
            Query = "氢能",
            Filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add(FacetNames.Part, new FacetSelection(["标题"], [])),
        }));

    [Fact]
    public void Of_WordThatAllSay_SaysNothingOfOthers() => Assert.Equal(
        "据本库数据（截至2026年11月21日，数据版本1），库中全部 4 份规划（其中 1 份为节选）中，4份提及“第一章”，共4处。",
        Sentence(InventedCollection.Ask("第一章")));

    private static string Sentence(SearchRequest request)
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Heading("第一章").Paragraph("发展氢能和储能。"),
                plan => plan with { Period = "十四五", Completeness = "全文" }),
            InventedCollection.Built(new HandMadePlan("乙").Heading("第一章").Paragraph("氢能。推广氢能。"),
                plan => plan with { Period = "十三五", Completeness = "全文" }),
            InventedCollection.Built(new HandMadePlan("丙").Heading("第一章").Paragraph("园区。"),
                plan => plan with { Period = "十四五", Completeness = "全文" }),
            InventedCollection.Built(new HandMadePlan("丁").Heading("第一章").Paragraph("园区。"),
                plan => plan with { Period = "十三五", Completeness = "节选" }));
        var answer = corpus.Search(request, default).Value!;
        return CountSentence.Of(answer.Certificate, answer.Absent, BuiltAt);
    }
}
