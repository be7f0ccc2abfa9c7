using PlanSearch.Answers.Clips;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.Clips;

/// <summary>What the page of a folder shows.</summary>
public sealed record ClipsModel
{
    /// <summary>The excerpts as they were picked, in the order of their reader.</summary>
    public required ClipFolder Folder { get; init; }

    /// <summary>Its code, however long.</summary>
    public required string Code { get; init; }

    /// <summary>Its excerpts, answered.</summary>
    public required ClipsAnswer Answer { get; init; }

    /// <summary>Whether it is the folder that the browser keeps: the one that ticks go into.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Why something was not done; null when it was.</summary>
    public RequestFault? Fault { get; init; }

    /// <summary>How many excerpts were added; null when nothing was picked.</summary>
    public int? Added { get; init; }

    /// <summary>How many ticks name a place that is no longer there.</summary>
    public int Refused { get; init; }

    /// <summary>The excerpt that was moved, from 0, and the button that moved it; the focus goes back there.</summary>
    public (int Index, string Action)? Moved { get; init; }

    /// <summary>Whether its code is longer than a link may be, see <see cref="ClipLink.MaxLength"/>.</summary>
    public bool IsTooLong => Code.Length > ClipLink.MaxLength;
}
