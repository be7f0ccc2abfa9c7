using System.Net;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Ingest;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests;

/// <summary>A page and an answer of the API count their search once, in one generation.</summary>
public sealed class OneQuestionTests(WatchedHost host) : IClassFixture<WatchedHost>
{
    private static int s_sizes = 20;

    public static TheoryData<string, bool> Addresses => new()
    {
        // address                                          counted
        { "/search?q=氢能", true },
        { "/search?q=氢能&sort=relevance&aside=true", true },
        { "/search?q=氢能&sort=density&zero=true", true },
        { "/mentions?q=氢能", true },
        { "/mentions?q=氢能&sort=left", true },
        { "/embed/search?q=氢能", true },
        { "/plans/linyi?q=氢能", false },
        { "/api/v1/search?q=氢能", true },
        { "/api/v1/search?q=氢能&sort=relevance", true },
        { "/api/v1/mentions?q=氢能", true },
        { "/api/v1/mentions?q=氢能&sort=right", true },
        { "/api/v1/mentions?q=氢能&sort=relevance", true },
        { "/api/v1/mentions?q=氢能&format=csv", true },
        { "/api/v1/mentions?q=氢能&format=docx", true },
        { "/api/v1/mentions?q=氢能&sample=2", true },
        { "/api/v1/certificate?q=氢能", true },
        { "/api/v1/plans/linyi/outline?q=氢能", false },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_PageOrAnswer_CountsItsSearchOnce(string address, bool isCounted)
    {
        host.Index.Forget();

        using var answer = await host.Client.GetAsync(Unasked(address));
        _ = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        OneQuestion.Check(host.Index.Calls, "氢能", isCounted);
    }

    // Every part but the facets of a page is asked for by somebody: what counts them is asked only where they are shown.
    [Theory]
    [InlineData("/api/v1/mentions?q=氢能")]
    [InlineData("/api/v1/search?q=氢能&facets=false")]
    [InlineData("/embed/search?q=氢能")]
    public async Task Get_AnswerWithoutFacets_CountsNone(string address)
    {
        host.Index.Forget();

        using var answer = await host.Client.GetAsync(Unasked(address));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(host.Index.Calls);
        Assert.All(host.Index.Calls, call => Assert.Empty(call.Facets));
    }

    [Theory]
    [InlineData("/search?q=氢能&aside=true")]
    [InlineData("/mentions?q=氢能&sort=left")]
    [InlineData("/api/v1/search?q=氢能&sort=relevance")]
    [InlineData("/api/v1/mentions?q=氢能&format=xlsx")]
    public async Task Get_GenerationPublishedHalfWay_AnswersFromOne(string address)
    {
        await using var own = new WatchedHost();
        await own.InitializeAsync();
        var published = 0;
        own.Index.OnCall = _ =>
        {
            if (Interlocked.Exchange(ref published, 1) == 0)
            {
                own.Publish();
            }
        };

        using var answer = await own.Client.GetAsync(address);
        _ = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, 1), (answer.StatusCode, published));
        Assert.Equal([1L], own.Index.Calls.Select(call => call.Generation).Distinct());
        own.Index.Forget();
        _ = await own.Client.GetAsync("/api/v1/search?q=氢能");
        Assert.Equal([2L], own.Index.Calls.Select(call => call.Generation).Distinct());
    }

    // What was asked before is answered from memory: nobody has asked for a page of this size.
    private static string Unasked(string address) => $"{address}&size={Interlocked.Increment(ref s_sizes)}";
}

/// <summary>A host whose index notes what it is asked.</summary>
public sealed class WatchedHost : IAsyncLifetime, IAsyncDisposable
{
    private readonly List<WatchedIndex> _opened = [];
    private TestHost? _host;

    public HttpClient Client => _host!.Client;

    public WatchedIndex Index => Assert.Single(_opened);

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartOverAsync(folder =>
        {
            _opened.Add(new WatchedIndex(new CorpusOptions { IndexDirectory = folder }.Store.Open()));
            return _opened[^1];
        });
        _ = await Client.GetAsync("/health/ready");
    }

    /// <summary>A newer generation with one plan more.</summary>
    public void Publish()
    {
        _host!.Collection.Write("later.txt", "后来县国民经济和社会发展第十四个五年规划纲要\n\n第一章 能源\n\n发展氢能。\n");
        PlanIngest.Run(
            new CorpusOptions { IndexDirectory = _host.Collection.Index },
            new([_host.Collection.Plans]),
            progress: null,
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await _host!.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
