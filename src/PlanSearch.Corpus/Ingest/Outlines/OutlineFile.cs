using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Ingest.Outlines;

/// <summary>
/// What people have written of a plan's outline, beside its file (name.outline.yaml): what is to be corrected, and what is right.
/// </summary>
/// <param name="Corrections">A line each, in the order of the file; no line twice.</param>
/// <param name="Confirmations">A part each.</param>
internal sealed record OutlineFile(ImmutableArray<OutlineCorrection> Corrections, ImmutableArray<Confirmation> Confirmations)
{
    /// <summary>Nothing written.</summary>
    public static OutlineFile Empty { get; } = new([], []);

    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => Corrections.IsEmpty && Confirmations.IsEmpty;

    /// <summary>The file with a line corrected; what it said of that line before goes.</summary>
    public OutlineFile With(OutlineCorrection correction) => this with
    {
        Corrections = Without(correction.Line).Corrections.Add(correction),
    };

    /// <summary>The same, but the correction of a line taken back; unchanged where there is none.</summary>
    public OutlineFile Without(LineWords line) => this with { Corrections = Corrections.RemoveAll(other => other.Line == line) };

    /// <summary>The same with a part confirmed, in place of what confirmed it before.</summary>
    public OutlineFile With(Confirmation confirmation) => this with
    {
        Confirmations = Without(confirmation.Part).Confirmations.Add(confirmation),
    };

    /// <summary>The same, but the confirmation of a part taken back; unchanged where there is none.</summary>
    public OutlineFile Without(ConfirmedPart part) => this with { Confirmations = Confirmations.RemoveAll(other => other.Part == part) };
}
