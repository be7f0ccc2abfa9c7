using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanSearch.Cli.Tests.Attacks;

/// <summary>The service in a process of its own, on a port of 127.0.0.1 that was free; what still runs at the end is killed.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private const string WriteKey = "write-key";

    private readonly Process _process;
    private readonly HttpClient _client;
    private bool _isDisposed;

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("X-Api-Key", WriteKey);
    }

    /// <summary>Starts it, and waits until it says where it listens.</summary>
    public static async Task<ServiceProcess> StartAsync(string plans, string index)
    {
        var start = CliRun.Apart("serve", plans, "--index", index, "--urls", "http://127.0.0.1:0");
        start.Environment["PlanSearch__WriteKeys"] = WriteKey;
        start.Environment["PlanSearch__RequestsPerMinute"] = "0";
        var process = Process.Start(start)!;
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Address().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new ServiceProcess(process, new Uri(found.Value));
            }
        }

        throw new InvalidOperationException(string.Join('\n', said));
    }

    /// <summary>Adds a plan, puts it in place of the one with its id, or takes that away where there is no text.</summary>
    /// <returns>The status; null where the process went away before it answered.</returns>
    public async Task<HttpStatusCode?> WriteAsync(string id, string? text, bool isNew)
    {
        try
        {
            if (isNew && text is not null)
            {
                return (await AddAsync(id, text)).Status;
            }

            var address = new Uri("/api/v1/plans/" + id, UriKind.Relative);
            using var content = new StringContent(text ?? "", null, "text/plain");
            using var response = text is null ? await _client.DeleteAsync(address) : await _client.PutAsync(address, content);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Adds a plan.</summary>
    public async Task<(HttpStatusCode Status, string Answer)> AddAsync(string id, string text)
    {
        using var content = new StringContent(text, null, "text/plain");
        using var response = await _client.PostAsync(new Uri("/api/v1/plans?id=" + id, UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The ids of the plans that say some words, by the mentions that are listed.</summary>
    public async Task<IReadOnlyList<string>> SayingAsync(string words)
    {
        var answer = await _client.GetStringAsync(
            new Uri("/api/v1/mentions?size=200&mode=literal&q=" + Uri.EscapeDataString(words), UriKind.Relative));
        using var json = JsonDocument.Parse(answer);
        return [.. json.RootElement.GetProperty("mentions").EnumerateArray().Select(mention => mention.GetProperty("plan").GetString()!)];
    }

    /// <summary>SIGKILL; nothing where it has ended.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Kills it, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _client.Dispose();
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*")]
    private static partial Regex Address();
}
