using PlanSearch.Corpus.Upkeep;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>What a line of a plan is, as it is sent.</summary>
internal sealed record LineBody
{
    /// <summary>The 1-based line of the source, as ledger and outline name it; or else words.</summary>
    public int? Line { get; init; }

    /// <summary>The first 20 characters of the line, as a correction has them; names one whose line is gone.</summary>
    public string? Words { get; init; }

    /// <summary>Which of the lines with these words, from 1; the first if absent.</summary>
    public int? Occurrence { get; init; }

    /// <summary>heading, item, text, or box_end for the last line of a box; absent takes the correction back.</summary>
    public string? Is { get; init; }

    /// <summary>The depth of a heading, 1 to 9.</summary>
    public int? Depth { get; init; }

    /// <summary>The name of whoever says so.</summary>
    public string? By { get; init; }

    public Outcome<LineChange> ToChange() =>
        Line is null && string.IsNullOrEmpty(Words) ? new RequestFault(FaultKinds.LineUnknown, "没有说是哪一行：line 或 words。")
        : Is is { } word && OutlineWords.RoleOf(word) is null ? OutlineWords.RoleFault
        : new LineChange(
            Line ?? 0,
            string.IsNullOrEmpty(Words) ? null : new LineWords(Words, Occurrence ?? 1),
            Is is null ? null : OutlineWords.RoleOf(Is),
            Depth ?? 0,
            By ?? "");
}

/// <summary>That a part of a plan is right, as it is sent.</summary>
internal sealed record ConfirmationBody
{
    /// <summary>outline, tables or metadata.</summary>
    public string? Part { get; init; }

    /// <summary>The name of whoever confirms it; absent takes the confirmation back.</summary>
    public string? By { get; init; }
}
