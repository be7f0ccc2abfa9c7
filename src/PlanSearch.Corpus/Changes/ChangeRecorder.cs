using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>
/// A writer that keeps what it replaces and removes: every commit publishes with its generation how it differs from the one before, and
/// every plan the anchors that it had.
/// </summary>
/// <remarks>
/// One commit publishes the plans, the former versions and the log that names them: never a change twice, never none.
/// One commit for each recorder: between opening the writer and its first commit no other generation can be published, so its number is
/// known.
/// </remarks>
internal sealed class ChangeRecorder : IPlanIndexWriter
{
    private readonly IPlanIndexWriter _writer;
    private readonly IStoredPlans? _before;
    private readonly ChangeLogBounds? _bounds;
    private readonly TimeProvider _time;
    private readonly long _next;
    private readonly SortedDictionary<string, Touch> _touched = new(StringComparer.Ordinal);
    private bool _isCommitted;

    /// <param name="writer">Writes the index; not disposed of by others.</param>
    /// <param name="before">What it adds to; null when there is nothing. Opened after the writer, and disposed of after this.</param>
    /// <param name="firstGeneration">The number of the first commit where there is nothing.</param>
    /// <param name="options">The bounds of the log, those of the log before if not said, and the clock.</param>
    public ChangeRecorder(IPlanIndexWriter writer, IStoredPlans? before, long firstGeneration, CorpusOptions options)
    {
        (_writer, _before, _bounds, _time) = (writer, before, options.ChangeLog, options.Time);
        _next = before is null ? firstGeneration : before.Generation + 1;
    }

    private enum Touch
    {
        Added,
        Replaced,
        Reread,
        Removed,
    }

    /// <inheritdoc/>
    public void Put(StoredPlan plan, IReadOnlyList<string> texts)
    {
        if (_before?.Find(plan.Id) is not (>= 0 and var number))
        {
            _writer.Put(plan, texts);
            _touched[plan.Id] = Touch.Added;
            return;
        }

        // What links and numbers of the version before lead to is known only while that version is there.
        var (former, formerTexts) = (_before.Plan(number), _before.Texts(number));
        _writer.Put(plan with { FormerAnchors = FormerAnchors.Of(former, formerTexts, plan, texts) }, texts);
        if (PlanVersion.IsSame(former, formerTexts, plan, texts))
        {
            _touched.Remove(plan.Id);
        }
        else
        {
            _touched[plan.Id] = former.FileDigest == plan.FileDigest ? Touch.Reread : Touch.Replaced;
        }
    }

    /// <inheritdoc/>
    public bool Remove(string planId)
    {
        if (_before?.Find(planId) >= 0)
        {
            _touched[planId] = Touch.Removed;
        }
        else
        {
            _touched.Remove(planId);
        }

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
            throw new InvalidOperationException(
                $"Generation {generation} was published and {_next} expected: something else wrote this index.");
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
        if (_before is not null && Touched() is { IsEmpty: false } set)
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

    private ChangeSet Touched()
    {
        ImmutableArray<string> Ids(Touch touch) => [.. _touched.Where(plan => plan.Value == touch).Select(plan => plan.Key)];
        return new ChangeSet(Ids(Touch.Added), Ids(Touch.Replaced), Ids(Touch.Removed)) { Reread = Ids(Touch.Reread) };
    }

    private long KeepAll(IStoredPlans before, ChangeSet set, string name) =>
        set.Former.Select(before.Find).Sum(plan => _writer.Keep(name, before.Plan(plan), before.Texts(plan)));
}
