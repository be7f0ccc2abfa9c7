using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Ingest;

/// <summary>One ingest, from the roots to the commit. Used once.</summary>
internal sealed class IngestRun
{
    /// <summary>
    /// Plans that are read and parsed ahead of the one that is being put into the index, by as many threads as there are processors.
    /// </summary>
    private const int Ahead = 8;

    /// <summary>Bytes of files read ahead at once: a plan may take thirty times its file.</summary>
    private const long AheadBytes = 8 << 20;

    private readonly CorpusOptions _options;
    private readonly IngestRequest _request;
    private readonly DivisionTree _divisions;
    private readonly IStoredPlans? _before;
    private readonly IPlanIndexWriter _writer;
    private readonly long _startedAt;
    private readonly ImmutableSortedDictionary<string, string> _versions;
    private readonly Dictionary<string, KnownPlan> _plans;
    private readonly List<FailedFile> _failures = [];
    private readonly List<IngestWarning> _warnings = [];
    private readonly List<string> _added = [];
    private readonly List<string> _replaced = [];
    private readonly MissingPrograms _missing = new();
    private readonly List<TwinFile> _twinFiles = [];
    private Twins _twins = new([], []);
    private int _files;
    private int _done;
    private int _unchanged;
    private long _bytes;

    /// <param name="options">Where the collection lies.</param>
    /// <param name="request">Which roots, and how.</param>
    /// <param name="divisions">What regions are recognized by.</param>
    /// <param name="before">
    /// The newest generation; null when there is none. Opened after the writer, so it is what the writer adds to.
    /// </param>
    /// <param name="writer">The writer; it is not disposed here.</param>
    public IngestRun(CorpusOptions options, IngestRequest request, DivisionTree divisions, IStoredPlans? before, IPlanIndexWriter writer)
    {
        (_options, _request, _divisions, _before, _writer) = (options, request, divisions, before, writer);
        _startedAt = options.Time.GetTimestamp();
        _versions = IngestVersions.Of(options.ReferenceDirectory);
        _plans = KnownPlan.AllOf(before);
    }

    public Outcome<IngestReport> Execute(Action<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        // The time before the first file is read: whatever changes while we read is newer than the index.
        var builtAt = _options.Time.GetUtcNow();
        var isAnew = _before is not null && (_request.Rebuild || !Same(_before.Manifest.Versions, _versions));
        var roots = PlanIngest.Look(_options, isAnew && !_request.Only ? [.. _request.Roots, .. _before!.Manifest.Roots] : _request.Roots);
        var plan = IngestPlan.Of(roots, _plans, _request.Only);
        if (RootGuard.FaultOf(roots, _plans.Values, plan.Gone, _request) is { } refused)
        {
            return refused;
        }

        _files = plan.Files.Length;
        _failures.AddRange(plan.Failures);
        _warnings.AddRange(plan.Warnings);
        Warn(roots.SelectMany(root => root.Warnings));
        SweepLeftovers(roots);
        foreach (var id in plan.Gone)
        {
            _writer.Remove(id);
            _plans.Remove(id);
        }

        // A copy: the loaders look things up on their threads while this one replaces what it takes from them.
        var known = isAnew ? [] : new Dictionary<string, KnownPlan>(_plans);
        var tables = FolderTables.Read(roots, plan.Files, _divisions);
        Warn(tables.Warnings);
        _twins = new Twins(plan.Files, isAnew ? [] : _before?.Manifest.Twins ?? []);
        FoundFile[] last = [.. plan.Files.Where(file => Twins.MayBe(file, _plans)).OrderBy(file => FileNames.RankOf(file.File))];
        ReadAll([.. plan.Files.Except(last)], new PlanLoader(_divisions, known, tables), progress, cancellationToken);
        var twinOf = TwinsAmong(new Dictionary<string, KnownPlan>(_plans));
        ReadAll([.. last], new PlanLoader(_divisions, known, tables) { TwinOf = twinOf }, progress, cancellationToken);
        Warn(_missing.Warnings);
        WarnOfSameTexts();
        var manifest = ManifestOf(roots, builtAt);
        return Report(IsNews(manifest, plan) ? _writer.Commit(manifest) : _before?.Generation ?? 0, plan, manifest);
    }

    /// <summary>What tells a loader that a file was a twin before and still is one.</summary>
    /// <param name="plans">The plans, by id; they do not change any more.</param>
    private Func<FoundFile, string, TwinFile?> TwinsAmong(Dictionary<string, KnownPlan> plans) =>
        (file, digest) => _twins.Of(file, digest) is { } twin && _twins.Says(file, twin.LogicalDigest, plans) ? twin : null;

    private void ReadAll(
        ImmutableArray<FoundFile> files, PlanLoader loader, Action<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var loaded in OrderedWork.Run(files, Ahead, WeightOf, AheadBytes, file => loader.Load(file, cancellationToken)))
        {
            Take(loaded);
            progress?.Invoke(new IngestProgress(++_done, _files, loaded.File.File));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // What cannot be looked at is named when it is read.
    private static long WeightOf(FoundFile file) => FileBytes.LengthOf(file.FullPath);

    private void Take(LoadedFile loaded)
    {
        var (root, file, id) = (loaded.File.Root, loaded.File.File, loaded.File.Id);
        _bytes += loaded.Bytes;
        _warnings.AddRange(loaded.Warnings.Select(warning => new IngestWarning($"{id}：{warning}", id)));
        if (loaded.Failure is { } reason)
        {
            _failures.Add(new FailedFile(root, file, reason));
            _missing.Take(loaded.MissingProgram);
            if (_plans.ContainsKey(id))
            {
                _warnings.Add(IngestPlan.KeptOld(id));
            }
        }
        else if (loaded.IsUnchanged)
        {
            _unchanged++;
        }
        else if (TwinOf(loaded) is { } twin)
        {
            _twinFiles.Add(twin);
            _warnings.Add(SameStems.SameText(loaded.File));
        }
        else
        {
            _writer.Put(loaded.Plan!, loaded.Texts);
            (_plans.ContainsKey(id) ? _replaced : _added).Add(id);
            _plans[id] = KnownPlan.Of(loaded.Plan!);
        }
    }

    private TwinFile? TwinOf(LoadedFile loaded) =>
        loaded.Twin ?? (_twins.Says(loaded.File, loaded.Plan!.LogicalDigest, _plans) ? PlanLoader.AsTwin(loaded.Plan) : null);

    private void SweepLeftovers(ImmutableArray<IngestRoot> roots)
    {
        var beside = Path.GetDirectoryName(_options.OwnTopicsFile)!;
        Warn(roots.SelectMany(root => root.Leftovers).Concat(Leftovers.In(beside))
            .Where(Leftovers.Sweep)
            .Select(path => $"{path}：上次修改中断时留下的文件，已清除。"));
    }

    private void Warn(IEnumerable<string> texts) => _warnings.AddRange(texts.Select(text => new IngestWarning(text)));

    private void WarnOfSameTexts() =>
        _warnings.AddRange(_plans.Values
            .GroupBy(plan => plan.LogicalDigest, plan => plan.Id)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Order(StringComparer.Ordinal).ToImmutableArray())
            .Select(ids => new IngestWarning($"正文相同：{string.Join("、", ids)}。", ids))
            .OrderBy(warning => warning.Text, StringComparer.Ordinal));

    private CorpusManifest ManifestOf(ImmutableArray<IngestRoot> roots, DateTimeOffset builtAt)
    {
        var others = OtherRoots(roots);
        FailedFile[] failures = [.. _failures, .. OtherFailures(roots, others)];
        return new CorpusManifest(
            builtAt,
            CorpusDigest.Of(_plans.Values.Select(plan => (plan.Id, plan.CorpusLine))),
            [
                .. roots.Where(root => root.Exists || _plans.Values.Any(plan => root.Owns(plan.Root, plan.File))).Select(root => root.Path),
                .. others,
            ],
            [.. failures.Select(failure => new NotSearched(failure.File, failure.Reason))],
            [.. _warnings.Select(warning => warning.Text)],
            _versions)
        {
            FailureRoots = [.. failures.Select(failure => failure.Root)],
            Twins = [.. _twinFiles, .. OtherTwins(roots, others)],
        };
    }

    /// <summary>Roots of earlier ingests that were not given now.</summary>
    private List<string> OtherRoots(ImmutableArray<IngestRoot> roots) =>
        _before is null || _request.Only ? [] : [.. _before.Manifest.Roots.Except(roots.Select(root => root.Path))];

    /// <summary>What failed under them still is not searched, and is still named.</summary>
    private IEnumerable<FailedFile> OtherFailures(ImmutableArray<IngestRoot> roots, List<string> others) =>
        others.Count == 0
            ? []
            : _before!.Manifest.Failures
                .Zip(_before.Manifest.FailureRoots, (failure, root) => new FailedFile(root, failure.File, failure.Reason))
                .Where(failure => !roots.Any(root => root.Owns(failure.Root, failure.File)))
                .Where(failure => others.Exists(root => root == failure.Root || root == Path.Combine(failure.Root, failure.File)));

    private IEnumerable<TwinFile> OtherTwins(ImmutableArray<IngestRoot> roots, List<string> others) =>
        others.Count == 0 ? [] : _before!.Manifest.Twins.Where(twin => !roots.Any(root => root.Owns(twin.Root, twin.File)));

    private bool IsNews(CorpusManifest manifest, IngestPlan plan)
    {
        // At the first time a collection of no plans is one as well: it is served, and says what is missing.
        return _request.Rebuild
            || _before?.Manifest is not { } old
            || _added.Count + _replaced.Count + plan.Gone.Length > 0
            || !manifest.Failures.SequenceEqual(old.Failures)
            || !manifest.FailureRoots.SequenceEqual(old.FailureRoots)
            || !manifest.Twins.Select(IdentityOf).ToHashSet().SetEquals(old.Twins.Select(IdentityOf))
            || !manifest.Roots.ToHashSet().SetEquals(old.Roots)
            || !Same(manifest.Versions, old.Versions);
    }

    private static (string Root, string File, string Digest) IdentityOf(TwinFile twin) => (twin.Root, twin.File, twin.FileDigest);

    private IngestReport Report(long generation, IngestPlan plan, CorpusManifest manifest) => new(
        generation,
        [.. _added],
        [.. _replaced],
        _unchanged,
        plan.Gone,
        [.. _failures.Select(failure => new NotSearched(failure.File, failure.Reason))],
        manifest.Warnings,
        _bytes,
        _options.Time.GetElapsedTime(_startedAt).TotalSeconds)
    {
        WarningsByPlan = _warnings
            .SelectMany(warning => warning.Plans, (warning, plan) => (Plan: plan, warning.Text))
            .ToLookup(pair => pair.Plan, pair => pair.Text, StringComparer.Ordinal),
    };

    private static bool Same(ImmutableSortedDictionary<string, string> left, ImmutableSortedDictionary<string, string> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
