using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Corpus.Answers;

/// <summary>What became of the files of an ingest.</summary>
/// <param name="Generation">The generation it published; the one before when nothing had changed.</param>
/// <param name="Added">Ids of plans that are new.</param>
/// <param name="Replaced">Ids of plans whose file or metadata changed.</param>
/// <param name="Unchanged">How many were skipped because their digest had not changed.</param>
/// <param name="Removed">Ids of plans whose file is gone.</param>
/// <param name="Failures">Files that could not be read; an older version of such a plan stays searchable.</param>
/// <param name="Warnings">What a person should know: the same text under two ids, an id used twice.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Seconds">Wall time, all commits included.</param>
public sealed record IngestReport(
    long Generation,
    ImmutableArray<string> Added,
    ImmutableArray<string> Replaced,
    int Unchanged,
    ImmutableArray<string> Removed,
    ImmutableArray<NotSearched> Failures,
    ImmutableArray<string> Warnings,
    long Bytes,
    double Seconds);

/// <summary>How far an ingest has come; reported from the thread that runs it.</summary>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files to do.</param>
/// <param name="File">The file just done.</param>
public readonly record struct IngestProgress(int Done, int Total, string File);

/// <summary>A plan's 入库报告.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="File">Its file under its root.</param>
/// <param name="Format">What the file is: 纯文本, HTML, Word（docx）, PDF, ….</param>
/// <param name="Program">The program that took part in reading it, with its version; empty when none did.</param>
/// <param name="Encoding">The encoding its bytes were read in.</param>
/// <param name="EncodingReason">Why that one.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Digest">SHA-256 of its decoded text with LF.</param>
/// <param name="Parse">What the parser did.</param>
/// <param name="Metadata">What is known of the plan, with the fields that stayed unknown.</param>
/// <param name="Outline">How sure its outline is, and what speaks against it.</param>
public sealed record PlanLedger(
    string Plan,
    string File,
    string Format,
    string Program,
    string Encoding,
    string EncodingReason,
    long Bytes,
    string Digest,
    ParseLedger Parse,
    PlanMetadata Metadata,
    OutlineConfidence Outline);
