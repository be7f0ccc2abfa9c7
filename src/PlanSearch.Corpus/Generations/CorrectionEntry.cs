using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Outlines;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Generations;

/// <summary>A correction of a plan's outline in a list.</summary>
/// <param name="Words">The first 20 characters of the line.</param>
/// <param name="Occurrence">Which of the lines with these words, from 1.</param>
/// <param name="Is">heading, item, text or box_end.</param>
/// <param name="Depth">The depth of a heading, from 1; 0 for what is none.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">The day, as 2026-11-30.</param>
/// <param name="Line">The 1-based line of the source; 0 where it is applied nowhere.</param>
/// <param name="Fault">Why it is applied nowhere, in Chinese; empty where it is.</param>
public sealed record CorrectionEntry(string Words, int Occurrence, string Is, int Depth, string By, string At, int Line, string Fault)
{
    /// <summary>The corrections of a plan, in their order.</summary>
    internal static ImmutableArray<CorrectionEntry> AllOf(PlanOrigin plan) => [.. plan.Corrections.Select(Of)];

    private static CorrectionEntry Of(PlacedCorrection placed)
    {
        var (line, role, depth, by, at) = placed.Correction;
        return new CorrectionEntry(line.Words, line.Ordinal, OutlineKeys.Roles[(int)role], depth, by, at, placed.SourceLine, placed.Fault);
    }
}

/// <summary>That a person has confirmed a part of a plan (已校核).</summary>
/// <param name="Part">outline, tables or metadata.</param>
/// <param name="By">Who confirmed it.</param>
/// <param name="At">The day, as 2026-11-30.</param>
/// <param name="Holds">Whether it still is what was confirmed; else it is to be confirmed again (待校核).</param>
/// <param name="Lapsed">Why it holds no longer, in Chinese; empty where it does.</param>
public sealed record ConfirmationEntry(string Part, string By, string At, bool Holds, string Lapsed)
{
    /// <summary>The confirmations of a plan, in their order.</summary>
    internal static ImmutableArray<ConfirmationEntry> AllOf(PlanOrigin plan) =>
    [
        .. plan.Confirmations.Select(entry => new ConfirmationEntry(
            OutlineKeys.Parts[(int)entry.Part], entry.By, entry.At, entry.Holds, entry.Lapsed)),
    ];
}
