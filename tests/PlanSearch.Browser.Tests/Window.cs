using Microsoft.Playwright;

namespace PlanSearch.Browser.Tests;

/// <summary>A page under watch: what it asks elsewhere and what its policy refuses is a failure of the test when it ends.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    internal static async Task<Window> OpenAsync(IBrowserContext context, string address)
    {
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                window._complaints.Add("asked elsewhere: " + request.Url);
            }
        };
        window.Page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                window._complaints.Add($"{response.Status}: {response.Url}");
            }
        };
        // A refusal of the policy and a fault of the script are both errors on the console.
        window.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                window._complaints.Add("console: " + message.Text);
            }
        };
        window.Page.PageError += (_, error) => window._complaints.Add("script: " + error);
        return window;
    }

    /// <summary>Goes to an address of the site and waits until it is.</summary>
    public Task GoAsync(string address) => Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>Keeps a picture of the page: all of it, or what can be seen.</summary>
    public Task KeepAsync(string name, bool whole = true) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(BrowserSite.Screenshots, name + ".png"), FullPage = whole });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
