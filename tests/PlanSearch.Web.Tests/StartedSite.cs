using Microsoft.AspNetCore.TestHost;

namespace PlanSearch.Web.Tests;

/// <summary>The program from its start to its end, the ingest of the start included.</summary>
internal static class StartedSite
{
    /// <summary>Starts, asks, and stops in order.</summary>
    /// <param name="collection">The plans and the index.</param>
    /// <param name="ask">What is asked of it.</param>
    /// <param name="settings">As <c>Name=value</c>, without <c>PlanSearch:</c>.</param>
    public static async Task<T> AskAsync<T>(SmallCollection collection, Func<HttpClient, Task<T>> ask, params string[] settings)
    {
        await using var app = WebHost.Build(Arguments(collection, settings), builder => builder.WebHost.UseTestServer());
        var started = new TaskCompletionSource();
        app.Lifetime.ApplicationStarted.Register(started.SetResult);
        var run = new StartUp(app).RunAsync();
        Assert.Same(started.Task, await Task.WhenAny(started.Task, run));
        using var client = app.GetTestClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        var answer = await ask(client);
        app.Lifetime.StopApplication();
        Assert.Equal(0, await run);
        return answer;
    }

    /// <summary>The arguments of the program.</summary>
    public static string[] Arguments(SmallCollection collection, params string[] settings)
    {
        string[] all = [$"Plans={collection.Plans}", $"IndexDirectory={collection.Index}", .. settings];
        return [.. all.Select(setting => "--PlanSearch:" + setting), "--urls=http://127.0.0.1:0"];
    }
}
