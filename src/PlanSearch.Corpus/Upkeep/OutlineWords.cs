using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Outlines;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>The words by which whoever corrects and confirms names a line's role and a plan's part.</summary>
public static class OutlineWords
{
    /// <summary>outline, tables, metadata.</summary>
    public static ImmutableArray<string> Parts { get; } = [.. OutlineKeys.Parts];

    /// <summary>The role of a word: heading, item, text, box_end; null where it is none.</summary>
    public static LineRole? RoleOf(string word) => OutlineKeys.RoleOf(word);

    /// <summary>The part of a word; null where it is none.</summary>
    public static ConfirmedPart? PartOf(string? word) => OutlineKeys.PartOf(word ?? "");

    /// <summary>The fault of another word for a role.</summary>
    public static RequestFault RoleFault { get; } = new(FaultKinds.RoleUnknown, $"is 只能是 {string.Join("、", OutlineKeys.Roles)}。");

    /// <summary>The fault of another word for a part.</summary>
    public static RequestFault PartFault { get; } = new(FaultKinds.PartUnknown, $"part 只能是 {string.Join("、", OutlineKeys.Parts)}。");
}
