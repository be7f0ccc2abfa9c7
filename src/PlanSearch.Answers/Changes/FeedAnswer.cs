using System.Collections.Immutable;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Changes;

/// <summary>How the mentions of a search have changed, a page of it, newest first.</summary>
/// <param name="Request">The search, its way of reading decided: it stays so for whoever continues asking.</param>
/// <param name="InWords">The query as it was read, in words.</param>
/// <param name="Since">The generation that was compared with; null where every change of the log stands for itself.</param>
/// <param name="From">The oldest generation that can be compared.</param>
/// <param name="Generation">The generation that answered.</param>
/// <param name="Updated">When the newest change was made, or when the log began where there is none; UTC.</param>
/// <param name="Counts">Over all pages.</param>
/// <param name="Changes">
/// The changes of this page: newest commit first, in a commit by plan in division order, in a plan as it reads.
/// </param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record FeedAnswer(
    SearchRequest Request,
    string InWords,
    long? Since,
    long From,
    long Generation,
    DateTimeOffset Updated,
    ChangeCounts Counts,
    ImmutableArray<MentionChange> Changes,
    string? Next);

/// <summary>How many mentions have changed, by how.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Removed">Those that are gone.</param>
/// <param name="Changed">Those reworded, moved, or of a plan about which something else is known.</param>
/// <param name="Rules">Beside them: how often plans whose files are the same were read by other rules; each time is one change.</param>
public sealed record ChangeCounts(int Added, int Removed, int Changed, int Rules);

/// <summary>A mention that has changed; or, without one, that plans were read by other rules.</summary>
/// <param name="Id">
/// Its lasting number: the same change has the same one in every feed, and no other change has it. 32 hexadecimal digits.
/// </param>
/// <param name="Kind">added, removed, changed or rules.</param>
/// <param name="Aspects">What differs of one that has changed: wording, place, metadata; else empty.</param>
/// <param name="Generation">The generation that the change was published with.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Before">The mention as it was; null for a new one, and for rules.</param>
/// <param name="After">The mention as it is; null for one that is gone, and for rules.</param>
public sealed record MentionChange(
    string Id, string Kind, ImmutableArray<string> Aspects, long Generation, DateTimeOffset Time, MentionRow? Before, MentionRow? After)
{
    /// <summary>What is known of its plan and has changed, where that is among the aspects.</summary>
    public ImmutableArray<MetadataChange> Metadata { get; init; } = [];

    /// <summary>How many plans of the search were read by other rules; 0 where a mention has changed.</summary>
    public int Plans { get; init; }

    /// <summary>Plans whose files are the same were read by other rules: what that does to their mentions is not told one by one.</summary>
    public const string Rules = "rules";

    /// <summary>It is new.</summary>
    public const string Added = "added";

    /// <summary>It is gone.</summary>
    public const string Removed = "removed";

    /// <summary>It is another in part.</summary>
    public const string Changed = "changed";
}
