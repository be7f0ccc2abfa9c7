using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Reading;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>Plans added, replaced, removed and corrected while the collection is searched, one at a time.</summary>
/// <remarks>
/// The file is changed first, then the index is brought in step; what comes back is searchable. Where either fails, the file is as it was
/// before and the answer is a fault: nothing has changed. Safe for any number of threads, which wait for each other.
/// </remarks>
public sealed class PlanUpkeep : IDisposable
{
    /// <summary>The most changes under way and waiting; one more is refused.</summary>
    public const int MaxWaiting = 16;

    private readonly SemaphoreSlim _one = new(1);
    private readonly CorpusOptions _options;
    private readonly ImmutableArray<string> _roots;
    private readonly OutlineChanges _outlines;
    private int _waiting;

    /// <param name="options">Where the collection lies.</param>
    /// <param name="roots">Its folders of plans; new ones go into the first.</param>
    public PlanUpkeep(CorpusOptions options, ImmutableArray<string> roots)
    {
        _options = options;
        _roots = [.. roots.Select(root => Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)))];
        Folders = new PlanFolders(options, _roots);
        _outlines = new OutlineChanges(options.Time);
    }

    /// <summary>The folders of plans, and whether they are there.</summary>
    public PlanFolders Folders { get; }

    /// <summary>Adds a plan.</summary>
    /// <param name="id">Its id, which becomes its path under the first folder.</param>
    /// <param name="content">The file.</param>
    /// <param name="allowDrop">See <see cref="IngestRequest.AllowDrop"/>.</param>
    /// <param name="cancellationToken">Nobody waits any more: the work ends, and what it had changed is put back.</param>
    public Task<Outcome<PlanChange>> AddAsync(
        string id, ReadOnlyMemory<byte> content, bool allowDrop, CancellationToken cancellationToken) =>
        PlanId.FaultOf(id) is { } fault
            ? Task.FromResult<Outcome<PlanChange>>(fault)
            : ChangeAsync(
                id, plan => FaultOf(content.Span, cancellationToken) ?? Addition(id, plan, content), allowDrop, cancellationToken);

    /// <summary>Puts another file in the place of a plan's; what lies beside it stays.</summary>
    /// <param name="id">The plan.</param>
    /// <param name="content">The file.</param>
    /// <param name="allowDrop">See <see cref="IngestRequest.AllowDrop"/>.</param>
    /// <param name="cancellationToken">Nobody waits any more; see <see cref="AddAsync"/>.</param>
    public Task<Outcome<PlanChange>> ReplaceAsync(
        string id, ReadOnlyMemory<byte> content, bool allowDrop, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            plan => FaultOf(content.Span, cancellationToken) ?? Located(id, plan) ?? Replacement(plan!, content),
            allowDrop,
            cancellationToken);

    /// <summary>Removes a plan with what lies beside it.</summary>
    /// <param name="id">The plan.</param>
    /// <param name="cancellationToken">Nobody waits any more; see <see cref="AddAsync"/>.</param>
    public Task<Outcome<PlanChange>> RemoveAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, plan => Located(id, plan) ?? Removal(plan!), allowDrop: false, cancellationToken);

    /// <summary>Corrects what is known of a plan, in the metadata file beside it.</summary>
    /// <param name="id">The plan.</param>
    /// <param name="changes">
    /// By key as in that file: title, short_title, document_number, region, level, period, type, issuer, date, state, completeness; any
    /// other is a column of the collection. Null takes a key away, and what the plan itself says holds again.
    /// </param>
    /// <param name="cancellationToken">Nobody waits any more; see <see cref="AddAsync"/>.</param>
    public Task<Outcome<PlanChange>> CorrectAsync(
        string id, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken) =>
        ChangeAsync(id, plan => Located(id, plan) ?? Correction(plan!, changes), allowDrop: false, cancellationToken);

    /// <summary>Says what a line of a plan is, or takes that back, in the file of corrections beside it (name.outline.yaml).</summary>
    /// <param name="id">The plan.</param>
    /// <param name="change">What is said.</param>
    /// <param name="cancellationToken">Nobody waits any more; see <see cref="AddAsync"/>.</param>
    public Task<Outcome<PlanChange>> CorrectLineAsync(string id, LineChange change, CancellationToken cancellationToken) =>
        ChangeAsync(id, plan => Located(id, plan) ?? _outlines.Correct(plan!, change, cancellationToken), allowDrop: false, cancellationToken);

    /// <summary>Says that a part of a plan is right as it is (已校核), or takes that back; in the same file.</summary>
    /// <param name="id">The plan.</param>
    /// <param name="part">The part.</param>
    /// <param name="by">Who says so; null takes it back.</param>
    /// <param name="cancellationToken">Nobody waits any more; see <see cref="AddAsync"/>.</param>
    public Task<Outcome<PlanChange>> ConfirmAsync(string id, ConfirmedPart part, string? by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, plan => Located(id, plan) ?? _outlines.Confirm(plan!, () => TextsOf(id), part, by), allowDrop: false, cancellationToken);

    /// <summary>Corrects what is known of many plans, as a table says it. Bad rows are named and the others taken.</summary>
    /// <param name="table">CSV or xlsx, as an export of the metadata is written.</param>
    /// <param name="cancellationToken">Nobody waits any more; see <see cref="AddAsync"/>.</param>
    public Task<Outcome<MetadataImportReport>> ImportAsync(byte[] table, CancellationToken cancellationToken) =>
        InTurnAsync(() => Import(table, cancellationToken), cancellationToken);

    /// <summary>Not while a change is under way.</summary>
    public void Dispose() => _one.Dispose();

    private static RequestFault? FaultOf(ReadOnlySpan<byte> content, CancellationToken cancellationToken) =>
        PlanReader.Read(content, cancellationToken).Failure is { } failure
        ? new RequestFault(
            failure.Code is ReadFailureCode.UnsupportedFormat or ReadFailureCode.Binary
                ? FaultKinds.TypeUnsupported
                : FaultKinds.FileUnreadable,
            failure.Message)
        : null;

    private Outcome<FileEdit> Addition(string id, StoredPlan? plan, ReadOnlyMemory<byte> content)
    {
        var file = PlanId.PathOf(id) + FileKind.ExtensionOf(content.Span);
        var path = Path.Combine(_roots[0], file);
        return Folders.MissingOf(_roots[0]) is { } missing ? missing
            : plan is not null || Path.Exists(path) ? new RequestFault(FaultKinds.PlanExists, $"已有编号为“{id}”的规划或文件；要替换请用 PUT。")
            : FileNames.BesideOf(file, id).FirstOrDefault(name => Path.Exists(Path.Combine(_roots[0], name))) is { } left
            ? new RequestFault(FaultKinds.SidecarExists, $"规划文件夹里有 {left}，是同一编号从前的更正，新规划会误用它，没有新增。请先删去它，或者换一个编号。")
            : new FileEdit(file, FileEdit.Each(() => FileSwap.Write(path, content.Span)))
            {
                ContentDigest = PlanLoader.DigestOf(content.ToArray())
            };
    }

    private Outcome<FileEdit> Replacement(StoredPlan plan, ReadOnlyMemory<byte> content)
    {
        var kept = FileNames.ExtensionOf(plan.File);
        var file = FileKind.Fits(kept, content.Span) ? plan.File : plan.File[..^kept.Length] + FileKind.ExtensionOf(content.Span);
        if (file != plan.File
            && (FileNames.HasLongId(plan.File, plan.Id)
                || Path.Exists(Path.Combine(plan.Root, file))
                || Folders.SuccessorOf(plan) is not null))
        {
            return new RequestFault(FaultKinds.PlanExists, $"“{plan.Id}”还有另一种格式的同名文件，只能换成 {kept} 格式；要换格式请先删除另一个。");
        }

        var swaps = file == plan.File
            ? FileEdit.Each(() => FileSwap.Write(PathOf(plan), content.Span))
            : FileEdit.Each(() => FileSwap.Write(Path.Combine(plan.Root, file), content.Span), () => FileSwap.Remove(PathOf(plan)));
        return new FileEdit(file, swaps) { ContentDigest = PlanLoader.DigestOf(content.ToArray()) };
    }

    private Outcome<FileEdit> Removal(StoredPlan plan) => Folders.SuccessorOf(plan) is { } other
        ? new RequestFault(FaultKinds.IdAmbiguous, $"编号“{plan.Id}”有两个文件：{PathOf(plan)} 与 {other}；删去前者，后者就会代替它。没有删除，请先移走或改名其中一个。")
        : new FileEdit(plan.File, FileEdit.Each(
            FileNames.BesideOf(PathOf(plan), plan.Id).Prepend(PathOf(plan)).Select(path => (Func<FileSwap>)(() => FileSwap.Remove(path)))))
        {
            Removing = [plan.Id],
        };

    private Outcome<FileEdit> Correction(StoredPlan plan, IReadOnlyDictionary<string, string?> changes)
    {
        var path = FileNames.SidecarOf(PathOf(plan), plan.Id);
        var (sidecar, fault) = SidecarText.Read(path).Then(before => SidecarText.Change(before, changes));
        return sidecar is null ? fault!
            : RegionFaultOf(sidecar, changes) is { } region ? region
            : sidecar.Values.IsEmpty ? new FileEdit(plan.File, FileEdit.Each(() => FileSwap.Remove(path)))
            : new FileEdit(plan.File, FileEdit.Each(() => FileSwap.Write(path, SidecarText.Write(sidecar))));
    }

    /// <summary>
    /// Why a region that is written now cannot be filed under; null when it can. One from before is until it is touched.
    /// </summary>
    private RequestFault? RegionFaultOf(Sidecar sidecar, IReadOnlyDictionary<string, string?> changes)
    {
        if (!changes.Keys.Any(key => key.Trim() == "region") || sidecar.Values.GetValueOrDefault("region") is not { } region)
        {
            return null;
        }

        var (divisions, unread) = ReferenceDivisions.Of(_options);
        return divisions is null ? unread
            : MetadataKeys.RegionFaultOf(region, divisions) is { } fault
                ? new RequestFault(FaultKinds.MetadataInvalid, $"{fault.Reason}。没有修改。", Proposal: fault.Proposal)
            : null;
    }

    /// <summary>Why a plan cannot be changed here; null when it can.</summary>
    private RequestFault? Located(string id, StoredPlan? plan) =>
        plan is null ? new RequestFault(FaultKinds.PlanUnknown, $"没有编号为“{id}”的规划。")
        : _roots.Contains(plan.Root) && !Directory.Exists(plan.Root) ? RootGuard.Missing(plan.Root)
        : _roots.Contains(plan.Root) && File.Exists(PathOf(plan)) ? null
        : new RequestFault(FaultKinds.PlanElsewhere, $"“{id}”的文件不在本服务的规划文件夹中，不能在这里修改。");

    private Task<Outcome<PlanChange>> ChangeAsync(
        string id, Func<StoredPlan?, Outcome<FileEdit>> decide, bool allowDrop, CancellationToken cancellationToken) =>
        InTurnAsync(() => Change(id, decide, allowDrop, cancellationToken), cancellationToken);

    private async Task<Outcome<T>> InTurnAsync<T>(Func<Outcome<T>> change, CancellationToken cancellationToken)
        where T : class
    {
        if (_roots.IsEmpty)
        {
            return new RequestFault(FaultKinds.NoPlansFolder, "没有设置规划文件夹（PlanSearch:Plans），不能修改。");
        }

        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxWaiting)
            {
                return new RequestFault(FaultKinds.UpkeepBusy, $"已有 {MaxWaiting.ToString(CultureInfo.InvariantCulture)} 项修改在排队，请稍后再试。");
            }

            await _one.WaitAsync(cancellationToken);
            try
            {
                return await Task.Run(change, cancellationToken);
            }
            finally
            {
                _one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private Outcome<PlanChange> Change(
        string id, Func<StoredPlan?, Outcome<FileEdit>> decide, bool allowDrop, CancellationToken cancellationToken)
    {
        var (edit, fault) = decide(Find(id));
        if (edit is null)
        {
            return fault!;
        }

        var isUnread = false;
        var outcome = FilesThenIndex.Run<PlanChange>(
            edit.Swaps,
            () =>
            {
                var (report, refused) = Ingest(
                    new IngestRequest(_roots) { AllowDrop = allowDrop, Removing = edit.Removing }, cancellationToken);
                if (report is null)
                {
                    return refused!;
                }

                if (FailureOf(report, id, edit) is not { } failure)
                {
                    return new PlanChange(id, report.Generation, [.. report.WarningsByPlan[id]]);
                }

                isUnread = true;
                return new RequestFault(FaultKinds.FileUnreadable, failure);
            },
            warning => IsDone(id, edit) ? new PlanChange(id, NewestGeneration, [warning]) : null);
        if (isUnread)
        {
            Forget();
        }

        return outcome;
    }

    /// <summary>The files are back; the index forgets the failure it has just named, now or with the next ingest.</summary>
    private void Forget()
    {
        try
        {
            Ingest(new IngestRequest(_roots), CancellationToken.None);
        }
        catch (PlanIndexException later) when (later is IndexLockedException or IndexUnwritableException)
        {
            // What was asked for is answered already, and nothing of it is.
        }
    }

    private Outcome<MetadataImportReport> Import(byte[] table, CancellationToken cancellationToken)
    {
        var (changes, unread) = ChangesOf(table);
        if (changes is null)
        {
            return unread!;
        }

        // A sidecar never keeps a plan from being read: no file can fail that would have to be put back.
        return FilesThenIndex.Run(
            changes.Swaps,
            () => Ingest(new IngestRequest(_roots), cancellationToken).Then<MetadataImportReport>(_ => changes.Report),
            _ => changes.Report.Written.All(id => Find(id) is { } plan && HasSidecarAsItIs(plan)) ? changes.Report : null);
    }

    private Outcome<SidecarChanges> ChangesOf(byte[] table)
    {
        using var index = _options.Store.Open();
        using var snapshot = index.OpenNewest() ?? throw new IndexMissingException(_options.IndexPlace);
        return ReferenceDivisions.Of(_options)
            .Then<SidecarChanges>(divisions => SidecarChanges.Of(snapshot, divisions, table, plan => _roots.Contains(plan.Root)));
    }

    private Outcome<IngestReport> Ingest(IngestRequest request, CancellationToken cancellationToken) =>
        Folders.Ingest(request, progress: null, cancellationToken);

    private long NewestGeneration
    {
        get
        {
            using var index = _options.Store.Open();
            return index.NewestGeneration;
        }
    }

    private StoredPlan? Find(string id) => OfPlan(id, (snapshot, number) => snapshot.Plan(number), nothing: null);

    private ImmutableArray<string> TextsOf(string id) => OfPlan(id, (snapshot, number) => snapshot.Texts(number), nothing: []);

    private T OfPlan<T>(string id, Func<IPlanSnapshot, int, T> read, T nothing)
    {
        using var index = _options.Store.Open();
        using var snapshot = index.OpenNewest();
        return snapshot?.Find(id) is { } number and >= 0 ? read(snapshot, number) : nothing;
    }

    /// <summary>Why the index is not as the change would have it; null when it is.</summary>
    private string? FailureOf(IngestReport report, string id, FileEdit edit) =>
        IsDone(id, edit) ? null
        : report.Failures.FirstOrDefault(failure => failure.File == edit.File)?.Reason
        ?? $"{edit.File} 写入之后没有入库，检索不到；可能与另一文件同一编号，或者在不入库的文件夹里。没有修改。";

    private bool IsDone(string id, FileEdit edit) => Find(id) is var plan && edit.Removing.Contains(id)
        ? plan is null
        : plan?.File == edit.File
            && plan.FileDigest.StartsWith(edit.ContentDigest, StringComparison.Ordinal)
            && (edit.ContentDigest.Length > 0 || HasSidecarAsItIs(plan));

    private static bool HasSidecarAsItIs(StoredPlan plan)
    {
        var table = plan.FileDigest[(plan.FileDigest.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return PlanLoader.DigestOf(new FoundFile(plan.Root, plan.File) { Id = plan.Id }, table) == plan.FileDigest;
    }

    private static string PathOf(StoredPlan plan) => Path.Combine(plan.Root, plan.File);
}
