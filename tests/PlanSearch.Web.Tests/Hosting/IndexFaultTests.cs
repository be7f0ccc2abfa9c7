using System.Net;
using PlanSearch.Index.Port;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>What an index reports while it is asked becomes a fault with its status, and never a count.</summary>
public sealed class IndexFaultTests(WatchedHost host) : IClassFixture<WatchedHost>
{
    [Theory]
    [InlineData("unavailable", HttpStatusCode.ServiceUnavailable, "index_unavailable")]
    [InlineData("refused", HttpStatusCode.ServiceUnavailable, "index_refused")]
    [InlineData("gone", HttpStatusCode.Gone, "cursor_gone")]
    [InlineData("damaged", HttpStatusCode.ServiceUnavailable, "index_damaged")]
    public async Task Get_IndexReportsAFault_AnswersItWithoutACount(string fault, HttpStatusCode status, string code)
    {
        host.Index.OnCall = _ => throw (fault switch
        {
            "unavailable" => new IndexUnavailableException("shard 3"),
            "refused" => new IndexRefusedException("cluster", "no such user", cause: null),
            "gone" => new GenerationGoneException(1),
            _ => new IndexDamagedException("segment-1", 7, "a test"),
        });
        try
        {
            using var answer = await host.Client.GetAsync("/api/v1/search?q=氢能");
            var body = await answer.Content.ReadAsStringAsync();

            Assert.Equal(status, answer.StatusCode);
            Assert.Contains($"\"{code}\"", body, StringComparison.Ordinal);
            Assert.DoesNotContain("mentions", body, StringComparison.Ordinal);
        }
        finally
        {
            host.Index.OnCall = _ => { };
        }
    }
}
