using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Corpus.Ingest.Outlines;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Parsing.Corrections;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>A word of a person about a plan's outline -> the change of the file beside the plan.</summary>
/// <param name="now">Gives the day.</param>
internal sealed class OutlineChanges(TimeProvider now)
{
    /// <summary>The corrections of a plan with one more, or one less.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="change">What is said of a line.</param>
    /// <param name="cancellationToken">Ends the reading of the plan's file.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public Outcome<FileEdit> Correct(StoredPlan plan, LineChange change, CancellationToken cancellationToken)
    {
        var (file, broken) = Read(plan);
        if (file is null)
        {
            return broken!;
        }

        if (change is { Role: null, Words: { } words })
        {
            return TakenBack(plan, file, words, $"没有“{words.Words}”（第 {words.Ordinal} 处）的校正。");
        }

        var (source, unread) = SourceOf(plan, cancellationToken);
        return source is null ? unread!
            : (change.Words ?? NamedLines.Of(source, change.Line)) is not { } line
                ? new RequestFault(FaultKinds.LineUnknown, $"原文没有第 {change.Line} 行，或者它是空行。")
            : change.Role is not { } role ? TakenBack(plan, file, line, $"第 {change.Line} 行没有校正。")
            : role == LineRole.Heading && change.Depth is < 1 or > OutlineCorrection.MaxDepth
                ? new RequestFault(FaultKinds.DepthInvalid, $"标题的级是 1 到 {OutlineCorrection.MaxDepth} 的数。")
            : NameFaultOf(change.By) is { } nameless ? nameless
            : Added(plan, file, source, new OutlineCorrection(
                line, role, role == LineRole.Heading ? change.Depth : 0, change.By.Trim(), Today));
    }

    private static Outcome<FileEdit> TakenBack(StoredPlan plan, OutlineFile file, LineWords line, string unknown) =>
        file.Corrections.Any(correction => correction.Line == line)
            ? Edit(plan, file.Without(line))
            : new RequestFault(FaultKinds.CorrectionUnknown, unknown);

    private static Outcome<FileEdit> Added(StoredPlan plan, OutlineFile file, SourceText source, OutlineCorrection correction)
    {
        var corrected = file.With(correction);
        var placed = PlanParser.Parse(source with { Corrections = corrected.Corrections }).Corrections
            .Single(other => other.Correction == correction);
        return placed.Fault.Length > 0
            ? new RequestFault(FaultKinds.CorrectionUnfit, $"不能这样校正：{placed.Fault}。没有修改。")
            : Edit(plan, corrected);
    }

    /// <summary>The confirmations of a plan with one more, or one less.</summary>
    /// <param name="plan">The plan as a person has seen it.</param>
    /// <param name="texts">Gives the texts of its blocks.</param>
    /// <param name="part">What is confirmed.</param>
    /// <param name="by">Who confirms it; null takes the confirmation back.</param>
    public Outcome<FileEdit> Confirm(StoredPlan plan, Func<ImmutableArray<string>> texts, ConfirmedPart part, string? by)
    {
        var (file, broken) = Read(plan);
        if (file is null)
        {
            return broken!;
        }

        if (by is null)
        {
            return file.Confirmations.Any(confirmation => confirmation.Part == part)
                ? Edit(plan, file.Without(part))
                : new RequestFault(FaultKinds.ConfirmationUnknown, "没有这一项校核。");
        }

        return NameFaultOf(by) is { } nameless
            ? nameless
            : Edit(plan, file.With(ConfirmedContent.Of(part, by.Trim(), Today, plan, texts())));
    }

    private string Today => now.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString(OutlineKeys.DateFormat, CultureInfo.InvariantCulture);

    private static RequestFault? NameFaultOf(string by) => OutlineKeys.NameFaultOf(by.Trim()) is not null
        ? new RequestFault(FaultKinds.NameMissing, $"请填写姓名（{OutlineKeys.MaxName} 个字符以内）：校正和校核都记下是谁做的。")
        : null;

    // What cannot be read would be lost.
    private static Outcome<OutlineFile> Read(StoredPlan plan)
    {
        var faults = new List<string>();
        var (file, _) = OutlineBeside.Read(PathOf(plan), faults);
        return faults.Count == 0 ? file : new RequestFault(FaultKinds.OutlineInvalid, $"规划旁的校正文件有误，没有修改，请先改正：{faults[0]}");
    }

    private static Outcome<SourceText> SourceOf(StoredPlan plan, CancellationToken cancellationToken) =>
        OriginalFile.Of(plan).Then<SourceText>(original =>
        PlanReader.Read(original.Bytes, cancellationToken) is var read && read.Source is { } source
            ? source
            : new RequestFault(FaultKinds.FileUnreadable, read.Failure!.Message));

    // A line may hold signs that no YAML can: written all the same, they would make the whole file unreadable.
    private static bool IsReadBack(OutlineFile file, byte[] bytes)
    {
        var faults = new List<string>();
        var read = OutlineFileReader.Read(bytes, faults);
        return faults.Count == 0
            && read.Corrections.SequenceEqual(file.Corrections)
            && read.Confirmations.SequenceEqual(file.Confirmations);
    }

    // A file that is not read back whole would take every correction of the plan with it.
    private static Outcome<FileEdit> Edit(StoredPlan plan, OutlineFile file)
    {
        var (path, bytes) = (PathOf(plan), OutlineFileText.Write(file));
        return bytes.Length > SidecarBounds.Outline.MaxBytes
                ? new RequestFault(FaultKinds.OutlineFull, $"校正文件已到上限 {SidecarBounds.Outline.MaxBytes} 字节（outlineBytes），没有修改。")
            : !IsReadBack(file, bytes) ? new RequestFault(FaultKinds.CorrectionUnfit, "这一行开头有校正文件里写不了的控制字符。没有修改。")
            : new FileEdit(plan.File, FileEdit.Each(() => file.IsEmpty ? FileSwap.Remove(path) : FileSwap.Write(path, bytes)));
    }

    private static string PathOf(StoredPlan plan) => FileNames.OutlineOf(Path.Combine(plan.Root, plan.File), plan.Id);
}
