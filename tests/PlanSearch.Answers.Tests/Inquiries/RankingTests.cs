using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>What comes first by relevance among the sample plans, as a person can judge it: plan, heading or box, mentions.</summary>
public sealed class RankingTests : IDisposable
{
    private readonly IngestFolder _folder = new();
    private readonly PlanCollection _corpus;

    public RankingTests()
    {
        _folder.Run([Repository.SamplePlans]);
        _corpus = PlanCollection.Open(_folder.Options);
    }

    // Sections that are named for it, before all that only speak of it.
    [Fact]
    public void Relevance_WordOfHeadings_SectionsNamedForItComeFirst() => Assert.Equal(
        """
        wanglan: 第六章 优化营商环境，激发市场活力 1
        jihu: 第五章 深化改革开放 优化区域营商环境 3
        chengwan: （三）深化改革开放，打造一流营商环境 2
        lanjiang: 第十章 打造一流营商环境 2
        lanjiang-qingneng: （三）优化营商环境 2
        shili: 二、优化营商环境 3
        """,
        FirstOf("营商环境", 6));

    // The box that is named for it first; an entry counts more than running text, but three mentions may pass two entries.
    [Fact]
    public void Relevance_WordOfBoxes_TheBoxNamedForItComesFirst() => Assert.Equal(
        """
        lanjiang-qingneng: 专栏4 加氢站建设计划 1
        linyi: 专栏6 氢氢能与储能产业重点工程 2
        lanjiang-qingneng: （六）健全安全与标准体系 3
        chengwan: 专栏1 氢能产业重点项目 2
        chengwan: 专栏10 安全保障重点项目 1
        lanjiang-qingneng: 3. 示范应用起步 2
        """,
        FirstOf("加氢站", 6));

    public void Dispose()
    {
        _corpus.Dispose();
        _folder.Dispose();
    }

    private string FirstOf(string query, int count) => string.Join('\n', _corpus
        .Search(InventedCollection.Ask(query) with { Order = SearchOrder.Relevance, Size = count }, default).Value!.Hits
        .Select(hit => $"{hit.Plan}: {hit.Place.BoxLabel ?? hit.Place.Path[^1]} {hit.Mentions}"));
}
