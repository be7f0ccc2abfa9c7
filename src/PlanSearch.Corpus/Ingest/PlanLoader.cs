using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Corpus.Ingest.Outlines;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Reading;

namespace PlanSearch.Corpus.Ingest;

/// <summary>A file -> a plan for the index, or the word that nothing changed, or the reason why not. Safe for several threads.</summary>
/// <param name="divisions">The divisions and zones.</param>
/// <param name="known">What the index holds, by plan id; a file that is the same byte for byte is not parsed again.</param>
/// <param name="tables">What metadata tables say; a sidecar is above them.</param>
internal sealed class PlanLoader(DivisionTree divisions, IReadOnlyDictionary<string, KnownPlan> known, FolderTables tables)
{
    private readonly PlanOrder _order = new(divisions);

    // They come before the digest of the corrections, and of what a metadata table says.
    private const char OutlineMark = '+';
    private const char TableMark = ':';

    /// <summary>
    /// A file and the SHA-256 of its bytes -> what it was and still is, if it is the twin of a plan. Called by several threads.
    /// </summary>
    public Func<FoundFile, string, TwinFile?> TwinOf { get; init; } = (_, _) => null;

    /// <summary>What reads the lines of a file. Called by several threads.</summary>
    public Func<byte[], CancellationToken, ReadResult> Read { get; init; } = (bytes, ended) => PlanReader.Read(bytes, ended);

    /// <summary>What cuts a text into a plan. Called by several threads.</summary>
    public Func<SourceText, PlanDocument> Parse { get; init; } = PlanParser.Parse;

    /// <summary>
    /// Reads a file with its sidecar, corrections and table row, and parses it unless it is unchanged or a twin. Any number of threads.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public LoadedFile Load(FoundFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Before it is read: what is written meanwhile has another time.
        var outlinePath = FileNames.OutlineOf(file.FullPath, file.Id);
        var (writtenAt, sidecarWrittenAt, outlineWrittenAt) = (
            FileBytes.WrittenAt(file.FullPath),
            FileBytes.WrittenAt(FileNames.SidecarOf(file.FullPath, file.Id)),
            FileBytes.WrittenAt(outlinePath));
        var (bytes, failure) = FileBytes.Read(file.FullPath);
        if (bytes is null)
        {
            return new LoadedFile(file) { Failure = failure };
        }

        var warnings = new List<string>();
        var (sidecar, sidecarDigest) = ReadSidecar(file, warnings);
        var (outline, outlineBytes) = OutlineBeside.Read(outlinePath, warnings);
        var content = DigestOf(bytes);
        var digest = content + sidecarDigest + MarkedDigestOf(outlineBytes) + TableMark + tables.DigestOf(file.Id);
        var loaded = new LoadedFile(file) { Bytes = bytes.Length, Warnings = [.. warnings] };
        if (known.TryGetValue(file.Id, out var old) && old.FileDigest == digest && old.Root == file.Root && old.File == file.File)
        {
            return loaded with { IsUnchanged = true };
        }

        if (TwinOf(file, content) is { } twin)
        {
            return loaded with { Twin = twin with { WrittenAt = writtenAt } };
        }

        var facts = new PlanFile(file.Id, file.Root, file.File, bytes.Length, digest)
        {
            WrittenAt = writtenAt,
            SidecarWrittenAt = sidecarWrittenAt,
            OutlineWrittenAt = outlineWrittenAt,
        };
        return Cut(loaded, facts, bytes, sidecar, outline, cancellationToken);
    }

    private LoadedFile Cut(
        LoadedFile loaded, PlanFile facts, byte[] bytes, Sidecar sidecar, OutlineFile outline, CancellationToken cancellationToken)
    {
        try
        {
            var (source, refusal) = Read(bytes, cancellationToken);
            if (source is null)
            {
                return loaded with { Failure = refusal!.Message, MissingProgram = refusal.MissingProgram };
            }

            cancellationToken.ThrowIfCancellationRequested();
            var document = Parse(source with { Corrections = outline.Corrections });
            var (plan, texts) = Build(document, loaded, sidecar, facts);
            return loaded with { Plan = ConfirmedContent.Applied(outline.Confirmations, plan, texts), Texts = texts };
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            // A fault of the program or of a library is named beside its file, and does not keep a thousand other plans from their readers.
            return loaded with { Failure = OwnFault(fault) };
        }
    }

    private (StoredPlan Plan, ImmutableArray<string> Texts) Build(
        PlanDocument document, LoadedFile loaded, Sidecar sidecar, PlanFile facts)
    {
        var file = loaded.File;
        var recognized = MetadataRecognizer.Recognize(document, Path.GetFileName(file.File), divisions);
        var metadata = sidecar.Apply(tables.Of(file.Id).Apply(recognized, divisions), divisions);
        var plan = StoredPlanBuilder.Build(document, metadata with { Inferences = metadata.Inferences.AddRange(loaded.Warnings) }, facts);
        return (plan with { OrderKey = _order.KeyOf(file.Id, metadata) }, [.. document.Blocks.Select(block => block.Text)]);
    }

    /// <summary>See <see cref="PlanOrigin.FileDigest"/>; null when the file cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tableDigest">See <see cref="FolderTables.DigestOf"/>.</param>
    public static string? DigestOf(FoundFile file, string tableDigest) =>
        FileBytes.Read(file.FullPath).Bytes is { } bytes
            ? DigestOf(bytes)
                + DigestOfFile(FileNames.SidecarOf(file.FullPath, file.Id))
                + MarkedDigestOfFile(FileNames.OutlineOf(file.FullPath, file.Id))
                + TableMark + tableDigest
            : null;

    /// <summary>Whether a digest was taken over a file and its sidecar.</summary>
    public static bool HasSidecar(string digest) => digest.AsSpan().IndexOfAny(OutlineMark, TableMark) > SHA256.HashSizeInBytes * 2;

    /// <summary>Whether a digest was taken over a file and its corrections.</summary>
    public static bool HasOutline(string digest) => digest.AsSpan(0, digest.IndexOf(TableMark)).Contains(OutlineMark);

    /// <summary>Whether a digest was taken with this word of a metadata table.</summary>
    public static bool HasTable(string digest, string tableDigest) => digest[(digest.IndexOf(TableMark) + 1)..] == tableDigest;

    /// <summary>SHA-256 of the bytes of a file: what a <see cref="PlanOrigin.FileDigest"/> begins with.</summary>
    public static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A plan that turns out to be the twin of another.</summary>
    public static TwinFile AsTwin(StoredPlan plan) =>
        new(plan.Root, plan.File, plan.FileDigest[..(SHA256.HashSizeInBytes * 2)], plan.LogicalDigest, plan.Bytes, plan.WrittenAt);

    private static string OwnFault(Exception fault) =>
        $"程序读取、切分此文件时出错（{fault.GetType().Name}，{new StackTrace(fault).GetFrame(0)?.GetMethod()?.Name}：{fault.Message}）。"
        + "这是程序的缺陷，文件本身可能没有问题；请将文件连同这句话交给系统管理员。";

    private static string DigestOfFile(string path) => Path.Exists(path) ? DigestOf(FileBytes.Read(path).Bytes ?? []) : "";

    private static string MarkedDigestOfFile(string path) => MarkedDigestOf(Path.Exists(path) ? FileBytes.Read(path).Bytes ?? [] : null);

    private static string MarkedDigestOf(byte[]? outline) => outline is null ? "" : OutlineMark + DigestOf(outline);

    private (Sidecar Sidecar, string Digest) ReadSidecar(FoundFile file, List<string> warnings)
    {
        var path = FileNames.SidecarOf(file.FullPath, file.Id);
        if (!Path.Exists(path))
        {
            return (Sidecar.Empty, "");
        }

        var name = Path.GetFileName(path);
        var (bytes, failure) = FileBytes.Read(path);
        if (bytes is null)
        {
            warnings.Add($"{name}：{failure}");
            return (Sidecar.Empty, DigestOf([]));
        }

        var faults = new List<string>();
        var sidecar = SidecarReader.Read(bytes, faults);
        // What no filter by division would find is no region: the plan's own words decide, and that they do is said.
        var region = sidecar.Values.GetValueOrDefault("region");
        if (region is not null && MetadataKeys.RegionFaultOf(region, divisions) is { } unknown)
        {
            faults.Add($"{unknown.Reason}，没有采用。");
            sidecar = new Sidecar(sidecar.Values.Remove("region"));
        }
        else if (region is not null && !sidecar.Values.ContainsKey("level") && MetadataKeys.IsUnlisted(region, divisions))
        {
            faults.Add($"区划表中没有“{region}”，归在其上级之下，层级记为未识别；请一并写明 level。");
        }

        warnings.AddRange(faults.Select(fault => $"{name}：{fault}"));
        return (sidecar, DigestOf(bytes));
    }
}

/// <summary>What became of a file: unchanged, failed, or a plan with its texts.</summary>
/// <param name="File">The file.</param>
internal sealed record LoadedFile(FoundFile File)
{
    /// <summary>Bytes of the file itself, sidecar and corrections left out; 0 when it could not be read.</summary>
    public long Bytes { get; init; }

    /// <summary>Why there is no plan, in Chinese.</summary>
    public string? Failure { get; init; }

    /// <summary>See <see cref="ReadFailure.MissingProgram"/>.</summary>
    public string? MissingProgram { get; init; }

    /// <summary>Whether the index holds the plan as the file is.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>What it is instead of a plan, where that is known without reading it.</summary>
    public TwinFile? Twin { get; init; }

    /// <summary>The plan; null when it failed, has not changed or is a twin.</summary>
    public StoredPlan? Plan { get; init; }

    /// <summary>The logical texts of its blocks.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>What is wrong with its sidecar, in Chinese.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
