using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>A writer that keeps what it replaces and removes: every commit publishes with its generation how it differs from the one before.</summary>
/// <remarks>
/// The former versions are written and synced first, under a name that nothing names yet; the manifest of the generation names them. So a crash at any
/// instruction leaves the old generation, and files that the next writer removes, or the new one with its change: never a change twice, never none.
/// One commit for each recorder: between opening the writer and its first commit no other generation can be published, so its number is known.
/// </remarks>
internal sealed class ChangeRecorder : IPlanIndexWriter
{
    private readonly IPlanIndexWriter _writer;
    private readonly IPlanSnapshot? _before;
    private readonly IFormerIndexes _store;
    private readonly ChangeLogBounds? _bounds;
    private readonly TimeProvider _time;
    private readonly long _next;
    private readonly bool _isRebuild;
    private readonly SortedDictionary<string, bool> _touched = new(StringComparer.Ordinal);
    private bool _isCommitted;

    /// <param name="writer">Writes the index; not disposed of by others.</param>
    /// <param name="before">What it adds to; null when there is nothing. Opened after the writer, and disposed of after this.</param>
    /// <param name="firstGeneration">The number of the first commit where there is nothing.</param>
    /// <param name="store">Where former versions go.</param>
    /// <param name="options">The bounds of the log, those of the log before if not said, and the clock.</param>
    /// <param name="isRebuild">Whether former versions are read through, and damaged ones let go with all before them.</param>
    public ChangeRecorder(
        IPlanIndexWriter writer, IPlanSnapshot? before, long firstGeneration, IFormerIndexes store, CorpusOptions options, bool isRebuild = false)
    {
        _isRebuild = isRebuild;
        (_writer, _before, _store, _bounds, _time) = (writer, before, store, options.ChangeLog, options.Time);
        _next = before is null ? firstGeneration : before.Generation + 1;
        _store.Keep(LogBefore());
    }

    /// <inheritdoc/>
    public void Put(StoredPlan plan, IReadOnlyList<string> texts)
    {
        _writer.Put(plan, texts);
        _touched[plan.Id] = true;
        if (_before?.Find(plan.Id) is { } number and >= 0 && PlanVersion.IsSame(_before, number, plan, texts))
        {
            _touched.Remove(plan.Id);
        }
    }

    /// <inheritdoc/>
    public bool Remove(string planId)
    {
        _touched[planId] = false;
        return _writer.Remove(planId);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It has committed before.</exception>
    public long Commit(CorpusManifest manifest)
    {
        if (_isCommitted)
        {
            throw new InvalidOperationException("A recorder commits once.");
        }

        var log = Extended();
        var generation = _writer.Commit(manifest with { ChangeLog = log });
        _isCommitted = true;
        if (generation != _next)
        {
            throw new InvalidOperationException($"Generation {generation} was published and {_next} expected: something else wrote this index.");
        }

        _store.Keep(log);
        return generation;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>The log of the generation before, up to what its files still prove.</summary>
    private ChangeLog LogBefore()
    {
        var start = _before?.Generation ?? _next;
        var log = _before?.Manifest.ChangeLog ?? ChangeLog.BegunAt(start, ChangeLogStart.Begun, _bounds);
        log = log with { Bounds = _bounds ?? log.Bounds };
        var there = _store.List().Where(name => !_isRebuild || _store.IsWhole(name)).ToHashSet(StringComparer.Ordinal);
        for (var rank = log.Changes.Length - 1; rank >= 0; rank--)
        {
            if (!there.Contains(log.Changes[rank].Name))
            {
                return log.Without(rank, ChangeLogStart.Lost);
            }
        }

        return log;
    }

    private ChangeLog Extended()
    {
        var log = LogBefore();
        if (_before is null || SetOf(_before) is not { IsEmpty: false } set)
        {
            return log.Bounded(_time.GetUtcNow());
        }

        var name = ChangeStore.NewName(_next);
        Write(_before, set, name);
        var change = new LoggedChange(_next, name, _store.SizeOf(name), _time.GetUtcNow());
        return (log with { Changes = log.Changes.Add(change) }).Bounded(change.At);
    }

    private ChangeSet SetOf(IPlanSnapshot before)
    {
        ImmutableArray<string> Ids(bool isThere, bool wasThere) =>
            [.. _touched.Where(plan => plan.Value == isThere && before.Find(plan.Key) >= 0 == wasThere).Select(plan => plan.Key)];
        return new ChangeSet(Ids(isThere: true, wasThere: false), Ids(isThere: true, wasThere: true), Ids(isThere: false, wasThere: true));
    }

    /// <summary>Writes the former versions as an index of their own: they are searched like any plan.</summary>
    private void Write(IPlanSnapshot before, ChangeSet set, string name)
    {
        using var index = _store.Open(name);
        using var writer = index.OpenWriter();
        foreach (var id in set.Replaced.Concat(set.Removed))
        {
            var number = before.Find(id);
            writer.Put(before.Plan(number), before.Texts(number));
        }

        writer.Commit(before.Manifest with
        {
            Roots = [],
            Failures = [],
            FailureRoots = [],
            Twins = [],
            Warnings = [],
            ChangeLog = null,
            ChangeSet = set,
        });
    }
}
