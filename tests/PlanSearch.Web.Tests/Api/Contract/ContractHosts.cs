using System.Text.Json;

namespace PlanSearch.Web.Tests.Api.Contract;

/// <summary>The hosts that the contract is held against: one that answers, and those that each refuse in their own way.</summary>
public sealed class ContractHosts : IAsyncLifetime
{
    private static readonly string WriteKeys = "WriteKeys=" + TestHost.WriteKey;
    private readonly TaskCompletionSource _unblock = new();
    private readonly List<Task> _busy = [];

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
        var stalled = new StalledStream(_unblock.Task);
        _busy.Add(Busy.WriteAsync(HttpMethod.Post, "/api/v1/plans?id=slow", new StreamContent(stalled)));
        await stalled.IsRead;

        // Eight may wait; when a ninth has been refused, all places are taken, in whatever order they came.
        var waiting = Enumerable.Range(0, 9).Select(_ => Busy.Client.GetAsync(new Uri("/api/v1/limits", UriKind.Relative))).ToList();
        _busy.AddRange(waiting);
        await Task.WhenAny(waiting);
    }

    public async Task DisposeAsync()
    {
        _unblock.SetResult();
        await Task.WhenAll(_busy);
        foreach (var host in (TestHost[])[Open, Keyed, ReadOnly, Narrow, Limited, Empty, Elsewhere, Homeless, Busy])
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>A body that begins to come and does not end until it may.</summary>
    private sealed class StalledStream(Task until) : MemoryStream(new byte[1 << 20])
    {
        private readonly TaskCompletionSource _read = new();

        /// <summary>Done when the host is at work on the body: more has been taken than fits on the way to it.</summary>
        public Task IsRead => _read.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                _read.TrySetResult();
                await until;
            }

            return read;
        }
    }
}
