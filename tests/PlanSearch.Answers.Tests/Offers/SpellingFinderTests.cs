using System.Collections.Immutable;
using System.Text.Json;
using PlanSearch.Answers.Json;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Offers;

/// <summary>您要找的是不是: offered beside an answer without mentions, with counts of its own.</summary>
public sealed class SpellingFinderTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(
        InventedCollection.Built(new HandMadePlan("甲").Heading("优化营商环境").Paragraph("营商环境和轨道交通。").Heading("发展轨道交通")),
        InventedCollection.Built(new HandMadePlan("乙").Heading("其他").Paragraph("轨道交通。")));

    [Theory]
    [InlineData("营商环镜", "营商环境", 2)]
    [InlineData("营商环镜和轨道交同", "营商环境和轨道交通", 1)]
    [InlineData("营商环镜 轨道交同", "营商环境 轨道交通", 3)]      // as an expression: both in a section
    [InlineData("轨道交同建设", "轨道交通建设", 0)]              // its word occurs, the whole of it does not
    public void Search_WrongCharacter_OffersTheRightOneWithWhatItCounts(string typed, string meant, int mentions)
    {
        var answer = _corpus.Search(InventedCollection.Ask(typed), default).Value!;

        var offer = Assert.Single(answer.Spelling!);
        Assert.Equal((meant, mentions), (offer.Text, offer.Mentions));
        Assert.Equal(mentions, _corpus.Search(InventedCollection.Ask(meant), default).Value!.Certificate.Mentions);
        Assert.Equal((typed, 0), (answer.Certificate.Query, answer.Certificate.Mentions));
    }

    [Fact]
    public void Search_UnderFilters_CountsUnderTheSame()
    {
        var filtered = InventedCollection.Ask("轨道交同") with
        {
            Filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add("plan", new FacetSelection(["乙"], [])),
        };

        Assert.Equal(1, Assert.Single(_corpus.Search(filtered, default).Value!.Spelling!).Mentions);
        Assert.Null(_corpus.Search(filtered with { Query = "营商环境" }, default).Value!.Spelling);
    }

    [Fact]
    public void Search_NothingWrongOrNotAsked_HasNoSuchMember()
    {
        SearchRequest[] requests =
        [
            InventedCollection.Ask("营商环境"),
            InventedCollection.Ask("没有"),
            InventedCollection.Ask("营商环镜") with { WithRelated = false },
        ];
        foreach (var request in requests)
        {
            var answer = _corpus.Search(request, default).Value!;

            Assert.Null(answer.Spelling);
            Assert.DoesNotContain("\"spelling\"", JsonSerializer.Serialize(answer, AnswerJson.Options), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Suggest_NothingBeginsWithIt_GivesWhatMayHaveBeenMeant()
    {
        Assert.Equal([new Suggestion("营商环境", "spelling", 0)], _corpus.Suggest("营商环镜", 10));
        Assert.Empty(_corpus.Suggest("营商环镜", 0));
        Assert.DoesNotContain(_corpus.Suggest("营商", 10), one => one.Kind == "spelling");
    }

    public void Dispose() => _corpus.Dispose();
}
