using System.Text.Json;

namespace PlanSearch.Web.Tests.Api.Contract;

/// <summary>The hosts that the contract is held against: one that answers, and those that each refuse in their own way.</summary>
public sealed class ContractHosts : IAsyncLifetime
{
    private static readonly string WriteKeys = "WriteKeys=" + TestHost.WriteKey;
    private IAsyncDisposable _busy = null!;

    /// <summary>Reads and writes.</summary>
    public TestHost Open { get; private set; } = null!;

    /// <summary>Reads with a key only.</summary>
    public TestHost Keyed { get; private set; } = null!;

    /// <summary>Writes nothing.</summary>
    public TestHost ReadOnly { get; private set; } = null!;

    /// <summary>Takes files of a few bytes.</summary>
    public TestHost Narrow { get; private set; } = null!;

    /// <summary>Takes one request a minute of each client.</summary>
    public TestHost Limited { get; private set; } = null!;

    /// <summary>Has no index.</summary>
    public TestHost Empty { get; private set; } = null!;

    /// <summary>Serves plans whose files lie in another folder.</summary>
    public TestHost Elsewhere { get; private set; } = null!;

    /// <summary>Has an index and no folder of plans.</summary>
    public TestHost Homeless { get; private set; } = null!;

    /// <summary>Has its hands full.</summary>
    public TestHost Busy { get; private set; } = null!;

    public JsonElement Document { get; private set; }

    public IReadOnlyList<Operation> Operations => Operation.All(Document);

    public async Task InitializeAsync()
    {
        Open = await TestHost.StartAsync(settings: WriteKeys);
        Keyed = await TestHost.StartAsync(settings: ["ReadKeys=read-key", WriteKeys]);
        ReadOnly = await TestHost.StartAsync();
        Narrow = await TestHost.StartAsync(settings: [WriteKeys, "MaxUploadBytes=16"]);
        Limited = await TestHost.StartAsync(settings: ["RequestsPerMinute=1", WriteKeys]);
        Empty = await TestHost.StartAsync(withIndex: false);
        Elsewhere = await TestHost.StartAsync(settings: [WriteKeys, "Plans=" + Path.GetTempPath()]);
        Homeless = await TestHost.StartWithoutFolderAsync(WriteKeys);
        Busy = await TestHost.StartAsync(settings: ["Concurrency=1", WriteKeys]);
        Document = await (await Open.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative))).JsonAsync();
        _busy = Busy.TakeEveryPermit();
    }

    public async Task DisposeAsync()
    {
        await _busy.DisposeAsync();
        foreach (var host in (TestHost[])[Open, Keyed, ReadOnly, Narrow, Limited, Empty, Elsewhere, Homeless, Busy])
        {
            await host.DisposeAsync();
        }
    }
}
