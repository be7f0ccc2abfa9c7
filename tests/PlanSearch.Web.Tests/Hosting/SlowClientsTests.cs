using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>
/// Clients that send and read byte by byte, or not at all, on real connections: everyone else is answered meanwhile, and at once after they
/// have left.
/// </summary>
public sealed class SlowClientsTests
{
    private const int Others = 20;
    private const string Search = "/api/v1/search?q=%E8%90%A5%E5%95%86%E7%8E%AF%E5%A2%83";
    private const string Export = "/api/v1/mentions?q=%E6%B0%A2%E8%83%BD&format=csv";

    // For a host that answers nobody: without it the test would wait for ever instead of failing.
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(2);

    private static int Slow => TestRun.Rounds(64);

    // Of exports four are sent and four wait; of anything else all are made, and those for whom there was no room have been told.
    [Theory]
    [InlineData("/api/v1/plans/" + LoopbackHost.LongPlan, 0)]
    [InlineData("/plans/" + LoopbackHost.LongPlan, 0)]
    [InlineData("/api/v1/mentions?q=%E6%B0%A2%E8%83%BD&format=citations", 4)]
    [InlineData(Export, 4)]
    public async Task Readers_ThatStopReading_KeepNobodyWaiting(string address, int waiting)
    {
        await using var host = await LoopbackHost.StartAsync("--PlanSearch:Concurrency=4", "--PlanSearch:Exports=4");
        var slow = await Task.WhenAll(
            Enumerable.Range(0, Slow).Select(_ => host.SendAsync($"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n")));
        var statuses = await FirstAsync(slow, slow.Length - waiting).WaitAsync(Hung);
        Assert.InRange(statuses.Count(status => status == 200), 4, slow.Length);

        Assert.Equal(Others, await AnsweredAsync(host, Search));
        Array.ForEach(slow, each => each.Dispose());
        Assert.Equal(Others, await AnsweredAsync(host, Search));
    }

    [Fact]
    public async Task Readers_OfExportsThatLeave_LeaveRoomForOthers()
    {
        await using var host = await LoopbackHost.StartAsync("--PlanSearch:Exports=2");
        var whole = await host.Client.GetStringAsync(new Uri(Export, UriKind.Relative));
        for (var round = 0; round < 3; round++)
        {
            var slow = await Task.WhenAll(
                Enumerable.Range(0, 2).Select(_ => host.SendAsync($"GET {Export} HTTP/1.1\r\nHost: localhost\r\n\r\n")));
            Assert.Equal([200, 200], await FirstAsync(slow, 2).WaitAsync(Hung));
            var waiting = host.Client.GetStringAsync(new Uri(Export, UriKind.Relative));

            Assert.Equal(1, await AnsweredAsync(host, Search, 1));
            Assert.False(waiting.IsCompleted);
            Array.ForEach(slow, each => each.Dispose());
            // The last line differs in the time of its certificate.
            Assert.Equal(whole.Split('\n').Length, (await waiting.WaitAsync(Hung)).Split('\n').Length);
        }
    }

    [Theory]
    [InlineData("/api/v1/search", "application/json")]
    [InlineData("/api/v1/replicate", "application/json")]
    [InlineData("/api/v1/clips", "application/json")]
    [InlineData("/api/v1/plans?id=a", "application/octet-stream")]
    [InlineData("/clips", "application/x-www-form-urlencoded")]
    [InlineData("/plans", "multipart/form-data; boundary=x")]
    public async Task Senders_ThatStopSending_KeepNobodyWaiting(string address, string type)
    {
        await using var host = await LoopbackHost.StartAsync("--PlanSearch:Concurrency=4", "--PlanSearch:WriteKeys=" + TestHost.WriteKey);
        var head =
            $"POST {address} HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {TestHost.WriteKey}\r\nContent-Type: {type}\r\nContent-Length: 9000\r\nExpect: 100-continue\r\n\r\n";
        var slow = await Task.WhenAll(Enumerable.Range(0, Slow).Select(_ => host.SendAsync(head)));

        // The host asks for the body when someone reads it.
        Assert.All(await FirstAsync(slow, slow.Length).WaitAsync(Hung), status => Assert.Equal(100, status));
        Assert.Equal(Others, await AnsweredAsync(host, Search));
        Array.ForEach(slow, each => each.Dispose());
        Assert.Equal(Others, await AnsweredAsync(host, Search));
    }

    [Fact]
    public async Task Body_ReadToItsEnd_WaitsForAPermit()
    {
        await using var host = await TestHost.StartAsync(settings: "Concurrency=1");
        var leases = host.TakeEveryPermit();

        using var refused = await host.Client.PostAsync(
            new Uri("/api/v1/search", UriKind.Relative), new StringContent("""{"q":"氢能"}""", Encoding.UTF8, "application/json"));
        await Api.Problem.AssertAsync(refused, HttpStatusCode.ServiceUnavailable, "busy");
        Assert.NotNull(refused.Headers.RetryAfter);
        await leases.DisposeAsync();

        using var answered = await host.Client.PostAsync(
            new Uri("/api/v1/search", UriKind.Relative), new StringContent("""{"q":"氢能"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Kestrel_HasALeastRate()
    {
        await using var host = await LoopbackHost.StartAsync();
        var limits = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal(1_024, limits.MinRequestBodyDataRate!.BytesPerSecond);
        Assert.Equal(4_096, limits.MinResponseDataRate!.BytesPerSecond);
    }

    private static async Task<IReadOnlyList<int>> FirstAsync(RawConnection[] connections, int count)
    {
        var statuses = new List<int>();
        await foreach (var status in Task.WhenEach(connections.Select(connection => connection.StatusAsync())))
        {
            statuses.Add(await status);
            if (statuses.Count == count)
            {
                break;
            }
        }

        return statuses;
    }

    private static async Task<int> AnsweredAsync(LoopbackHost host, string address, int others = Others)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, others).Select(_ => host.Client.GetAsync(new Uri(address, UriKind.Relative))))
            .WaitAsync(Hung);
        return answers.Count(answer => answer.StatusCode == HttpStatusCode.OK);
    }
}
