using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>
/// A writer that keeps what it replaces and removes: every commit publishes with its generation how it differs from the one before.
/// </summary>
/// <remarks>
/// One commit publishes the plans, the former versions and the log that names them: never a change twice, never none.
/// One commit for each recorder: between opening the writer and its first commit no other generation can be published, so its number is
/// known.
/// </remarks>
internal sealed class ChangeRecorder : IPlanIndexWriter
{
    private readonly IPlanIndexWriter _writer;
    private readonly IPlanSnapshot? _before;
    private readonly ChangeLogBounds? _bounds;
    private readonly TimeProvider _time;
    private readonly long _next;
    private readonly SortedDictionary<string, Touch> _touched = new(StringComparer.Ordinal);
    private bool _isCommitted;

    /// <param name="writer">Writes the index; not disposed of by others.</param>
    /// <param name="before">What it adds to; null when there is nothing. Opened after the writer, and disposed of after this.</param>
    /// <param name="firstGeneration">The number of the first commit where there is nothing.</param>
    /// <param name="options">The bounds of the log, those of the log before if not said, and the clock.</param>
    public ChangeRecorder(IPlanIndexWriter writer, IPlanSnapshot? before, long firstGeneration, CorpusOptions options)
    {
        (_writer, _before, _bounds, _time) = (writer, before, options.ChangeLog, options.Time);
        _next = before is null ? firstGeneration : before.Generation + 1;
    }

    private enum Touch
    {
        Put,
        Reread,
        Removed,
    }

    /// <inheritdoc/>
    public void Put(StoredPlan plan, IReadOnlyList<string> texts)
    {
        _writer.Put(plan, texts);
        _touched[plan.Id] = Touch.Put;
        if (_before?.Find(plan.Id) is not (>= 0 and var number))
        {
            return;
        }

        if (PlanVersion.IsSame(_before, number, plan, texts))
        {
            _touched.Remove(plan.Id);
        }
        else if (_before.Facts([number])[0].FileDigest == plan.FileDigest)
        {
            _touched[plan.Id] = Touch.Reread;
        }
    }

    /// <inheritdoc/>
    public bool Remove(string planId)
    {
        _touched[planId] = Touch.Removed;
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

        var generation = _writer.Commit(manifest with { ChangeLog = Extended() });
        _isCommitted = true;
        if (generation != _next)
        {
            throw new InvalidOperationException($"Generation {generation} was published and {_next} expected: something else wrote this index.");
        }

        return generation;
    }

    /// <inheritdoc/>
    public long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts) => _writer.Keep(name, plan, texts);

    /// <inheritdoc/>
    public void LetGo(string name) => _writer.LetGo(name);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private ChangeLog Extended()
    {
        var before = _before?.Manifest.ChangeLog ?? ChangeLog.BegunAt(_before?.Generation ?? _next, ChangeLogStart.Begun, _bounds);
        var log = before with { Bounds = _bounds ?? before.Bounds };
        var now = _time.GetUtcNow();
        if (_before is not null && SetOf(_before) is { IsEmpty: false } set)
        {
            var name = NewName();
            log = log with { Changes = log.Changes.Add(new LoggedChange(_next, name, set, KeepAll(_before, set, name), now)) };
        }

        log = log.Bounded(now);
        foreach (var change in before.Changes.ExceptBy(log.Changes.Select(kept => kept.Name), change => change.Name))
        {
            _writer.LetGo(change.Name);
        }

        return log;
    }

    private string NewName() => $"changes-{_next:D10}-{Guid.NewGuid():N}";

    private ChangeSet SetOf(IPlanSnapshot before)
    {
        ImmutableArray<string> Ids(Touch touch, bool wasThere) =>
            [.. _touched.Where(plan => plan.Value == touch && before.Find(plan.Key) >= 0 == wasThere).Select(plan => plan.Key)];
        return new ChangeSet(Ids(Touch.Put, wasThere: false), Ids(Touch.Put, wasThere: true), Ids(Touch.Removed, wasThere: true))
        {
            Reread = Ids(Touch.Reread, wasThere: true),
        };
    }

    private long KeepAll(IPlanSnapshot before, ChangeSet set, string name) =>
        set.Former.Select(before.Find).Sum(plan => _writer.Keep(name, before.Plan(plan), before.Texts(plan)));
}
