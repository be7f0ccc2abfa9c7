using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Generations;

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
/// <param name="Corrections">What people have corrected of its outline.</param>
/// <param name="Confirmations">What people have confirmed of it, and whether that holds.</param>
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
    OutlineConfidence Outline,
    ImmutableArray<CorrectionEntry> Corrections,
    ImmutableArray<ConfirmationEntry> Confirmations);
