using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Stored;

/// <summary>Where a plan comes from, and what is known of it as a whole.</summary>
public abstract record PlanOrigin
{
    /// <summary>Its path under its root without extension, "/" as "~".</summary>
    public required string Id { get; init; }

    /// <summary>The root it was found under, as given to the ingest, made absolute.</summary>
    public required string Root { get; init; }

    /// <summary>Its file under the root, with "/".</summary>
    public required string File { get; init; }

    /// <summary>Its place among the plans: ordinal comparison of these keys is the order, ids decide between equal ones.</summary>
    public string OrderKey { get; init; } = "";

    /// <summary>Bytes of the file itself, without what lies beside it.</summary>
    public required long Bytes { get; init; }

    /// <summary>
    /// SHA-256 of the bytes, then of the sidecar if there is one, a "+" and of the corrections beside it if there are any, a ":", and of
    /// what a metadata table says: decides whether the file is read again. Hexadecimal.
    /// </summary>
    public required string FileDigest { get; init; }

    /// <summary>
    /// When the file was last written as it was read, in ticks of UTC; 0 when that is not known. Another time, older or newer, may be
    /// another content.
    /// </summary>
    public long WrittenAt { get; init; }

    /// <summary>When the sidecar was; 0 when there was none.</summary>
    public long SidecarWrittenAt { get; init; }

    /// <summary>When the corrections beside it were; 0 when there were none.</summary>
    public long OutlineWrittenAt { get; init; }

    /// <summary>What people have corrected of its outline, and what became of it.</summary>
    public ImmutableArray<PlacedCorrection> Corrections { get; init; } = [];

    /// <summary>What people have confirmed of it, and whether that still holds.</summary>
    public ImmutableArray<PlanConfirmation> Confirmations { get; init; } = [];

    /// <summary>SHA-256 of the decoded text with LF: the same for every encoding and line end. Hexadecimal.</summary>
    public required string TextDigest { get; init; }

    /// <summary>SHA-256 of the logical text, block by block: the same plan under two ids has the same. Hexadecimal.</summary>
    public required string LogicalDigest { get; init; }

    /// <summary>What its text was decoded by, as the report names it: UTF-8, GB18030 and so on.</summary>
    public required string Encoding { get; init; }

    /// <summary>What showed that encoding, in Chinese: a mark, the bytes, what the file itself says.</summary>
    public required string EncodingReason { get; init; }

    /// <summary>What the file is: 纯文本, Markdown, HTML, Word（docx）, OFD, PDF, ….</summary>
    public required string Format { get; init; }

    /// <summary>The program that took part in reading it, with its version; empty when none did.</summary>
    public required string Program { get; init; }

    /// <summary>What is known of the plan.</summary>
    public required PlanMetadata Metadata { get; init; }

    /// <summary>How sure its outline is; where it is in doubt no citation names a section.</summary>
    public OutlineConfidence Outline { get; init; } = OutlineConfidence.Full;

    /// <summary>Whether a person has confirmed a part of it, and nothing has changed since.</summary>
    public bool IsConfirmed(ConfirmedPart part) => Confirmations.Any(confirmation => confirmation.Part == part && confirmation.Holds);
}
