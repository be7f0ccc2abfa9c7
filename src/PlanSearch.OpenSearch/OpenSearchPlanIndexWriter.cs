using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;
using PlanSearch.OpenSearch.Generations;

namespace PlanSearch.OpenSearch;

/// <summary>
/// Plans -> documents of the cluster. A document is written once and never changed; a generation names those that are dead.
/// </summary>
/// <remarks>
/// What is written has the number of its writer, which no generation knows before the commit. The steps of a commit: all documents, all
/// shards show them, they are as many as there should be, what the generation is, and the head that names it: one document, replaced by
/// whoever has seen the last one. A commit that ends before that is as if it had not been begun.
/// </remarks>
internal sealed class OpenSearchPlanIndexWriter : IPlanIndexWriter
{
    private readonly ClusterClient _client;
    private readonly WriterSession _session;
    private readonly long _firstGeneration;
    private readonly BulkWrites _writes;
    private readonly Dictionary<string, long> _plans = new(StringComparer.Ordinal);
    private readonly HashSet<long> _dead = [];
    private readonly List<(string Name, long Number)> _keptNow = [];
    private readonly List<long> _written = [];
    private GenerationView? _view;
    private int _kept;
    private int _place;
    private bool _mayBePublished;
    private bool _isEnded;

    /// <param name="client">The cluster.</param>
    /// <param name="session">The right to write.</param>
    /// <param name="firstGeneration">The number of the first generation, where there is none yet.</param>
    public OpenSearchPlanIndexWriter(ClusterClient client, WriterSession session, long firstGeneration)
    {
        (_client, _session, _firstGeneration) = (client, session, firstGeneration);
        _writes = new BulkWrites(client);
        if (Head.Newest is { } newest)
        {
            var view = _view = GenerationView.Written(client, Head, session.Generation(newest, CancellationToken.None));
            foreach (var hit in view.Plans.Hits(ClusterQuery.All, ["id"], CancellationToken.None))
            {
                _plans.Add(hit.Value("id").GetString()!, hit.Number);
            }

            _kept = view.Generation.Kept;
            _dead.UnionWith(view.Generation.Dead);
        }
    }

    private Head Head => _session.Head;

    /// <inheritdoc/>
    public void Put(StoredPlan plan, IReadOnlyList<string> texts)
    {
        var text = PlanTextBlocks.Of(plan, texts);
        var packed = KeptPlanCodec.Encode(plan, texts);
        var number = Next();
        _writes.Add(Head.Plans, number, ClusterDocument.Searched(number, plan, text, packed));
        _writes.Add(Head.Texts, number, ClusterDocument.Read(number, name: null, packed));
        Remove(plan.Id);
        _plans.Add(plan.Id, number);
    }

    /// <inheritdoc/>
    public bool Remove(string planId)
    {
        if (!_plans.Remove(planId, out var number))
        {
            return false;
        }

        _dead.Add(number);
        return true;
    }

    /// <inheritdoc/>
    public long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts)
    {
        var packed = KeptPlanCodec.Encode(plan, texts);
        var number = Next();
        _writes.Add(Head.Texts, number, ClusterDocument.Read(number, name, packed));
        _keptNow.Add((name, number));
        _kept++;
        return packed.Length;
    }

    /// <inheritdoc/>
    public void LetGo(string name)
    {
        var before = _view?.Texts.Hits(() => ClusterQuery.Term("name", name), [], CancellationToken.None).Select(hit => hit.Number) ?? [];
        foreach (var number in before.Concat(_keptNow.Where(kept => kept.Name == name).Select(kept => kept.Number)))
        {
            _kept -= _dead.Add(number) ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public long Commit(CorpusManifest manifest)
    {
        _session.KeepUp(CancellationToken.None);
        _writes.Flush();
        var dead = RemoveUnseen();
        Indexes.Refresh(_client, Head.Plans, Head.Shards, CancellationToken.None);
        Indexes.Refresh(_client, Head.Texts, Head.Shards, CancellationToken.None);
        var generation = new GenerationDocument(
            Head.Newest is { } newest ? newest.Number + 1 : _firstGeneration,
            _session.Epoch,
            _plans.Count,
            _kept,
            dead,
            Head.Lost,
            ManifestCodec.Encode(manifest));
        var view = GenerationView.Written(_client, Head, generation);
        view.Plans.Check(CancellationToken.None);
        view.Texts.Check(CancellationToken.None);
        Publish(generation);
        _view = view;
        _written.Clear();
        _keptNow.Clear();
        _dead.Clear();
        _dead.UnionWith(dead);
        return generation.Number;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        var isClean = !_mayBePublished && IsRemoved();
        try
        {
            _session.End(isClean);
        }
        catch (PlanIndexException)
        {
            // The cluster is away: the lease ends by itself, and whoever writes next names this writer as cut off.
        }
    }

    // Where no answer comes the head may name the generation, or come to: then nothing of it is ever removed.
    private void Publish(GenerationDocument generation)
    {
        _mayBePublished = true;
        try
        {
            _session.Publish(generation, CancellationToken.None);
        }
        catch (IndexLockedException)
        {
            // Somebody else replaced the head: that it was not this one is an answer too.
            _mayBePublished = false;
            throw;
        }

        _mayBePublished = false;
    }

    private bool IsRemoved()
    {
        try
        {
            Indexes.RemoveDocuments(_client, Documents(_written), CancellationToken.None);
            return true;
        }
        catch (PlanIndexException)
        {
            // It is in no generation all the same: the head names who wrote it.
            return false;
        }
    }

    private long Next()
    {
        _session.KeepUp(CancellationToken.None);
        var number = ClusterDocument.Number(_session.Epoch, _place++);
        _written.Add(number);
        return number;
    }

    /// <summary>Removes what is dead in every generation that is kept.</summary>
    /// <returns>What has to be named as dead all the same.</returns>
    private ImmutableArray<long> RemoveUnseen()
    {
        var others = Head.Generations.Select(kept => _session.Generation(kept, CancellationToken.None)).ToList();
        var named = _dead
            .Where(number => others.Exists(other => ClusterDocument.EpochOf(number) <= other.Epoch && !other.Dead.Contains(number)))
                .ToHashSet();
        var unseen = _dead.Where(number => !named.Contains(number)).ToList();
        Indexes.RemoveDocuments(_client, Documents(unseen), CancellationToken.None);
        return [.. named.Order()];
    }

    private IEnumerable<(string Index, string Key)> Documents(IEnumerable<long> numbers) =>
        numbers.SelectMany(number => new[] { (Head.Plans, ClusterDocument.Key(number)), (Head.Texts, ClusterDocument.Key(number)) });
}
