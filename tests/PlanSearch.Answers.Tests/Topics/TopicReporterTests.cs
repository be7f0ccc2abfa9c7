using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Topics;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Topics;

public sealed class TopicReporterTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(
        InventedCollection.Built(new HandMadePlan("甲").Heading("第一章 能源")
            .Paragraph("发展抽水蓄能、飞轮储电、电化学储能、钒液流等技术，建设储能电站。")
            .Paragraph("布局新型储能、飞轮储电和制冷。建设蓄冷项目，推广蓄冷技术。")),
        InventedCollection.Built(new HandMadePlan("乙").Heading("第一章 其他").Paragraph("推进新型储能、钒液流、农业等发展，布局蓄冷工程。").Paragraph("农业农村农业。")));

    [Fact]
    public void Report_WordsBesideItsOwnInLists_AreProposedAndThoseItHasAreNot()
    {
        var report = Report();

        var words = report.Proposals.ToDictionary(proposal => proposal.Word);
        Assert.Equal(("listing", 2L), (words["钒液流"].Source, words["钒液流"].Mentions));
        Assert.Contains("新型储能", words["钒液流"].Because, StringComparison.Ordinal);
        Assert.Contains("蓄冷", words.Keys);
        Assert.Equal(("characters", "蓄", 3L), (words["蓄冷"].Source, words["蓄冷"].Because, words["蓄冷"].Mentions));
        Assert.DoesNotContain(words.Keys, word => word.Contains("储能", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_EveryNumber_IsThatOfASearch()
    {
        var report = Report();

        var whole = Certificate(report.Query);
        Assert.Equal((whole.Mentions, whole.Records, whole.Plans), (report.Mentions, report.Records, report.Plans));
        Assert.All(report.Members, member => Assert.Equal(Certificate(member.Query).Mentions, member.Mentions));
        Assert.NotEmpty(report.Proposals);
        Assert.All(report.Proposals, proposal =>
        {
            var alone = Certificate(proposal.Query);
            Assert.Equal((alone.Mentions, alone.Records, alone.Plans), (proposal.Mentions, proposal.Records, proposal.Plans));
            Assert.Equal(proposal.Word, proposal.Example.Hit);
            Assert.True(proposal.Gain > 0);
            Assert.EndsWith($", {proposal.Word}]", proposal.Line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Report_UnknownName_IsAFault() => Assert.Equal("topic_unknown", _corpus.Topic("火星", default).Fault?.Code);

    public void Dispose() => _corpus.Dispose();

    private TopicReport Report() => _corpus.Topic("储能", default).Value!;

    private Certificate Certificate(string query) =>
        _corpus.Search(InventedCollection.Ask(query) with { Mode = QueryMode.Expression }, default).Value!.Certificate;
}
