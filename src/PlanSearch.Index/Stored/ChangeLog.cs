using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PlanSearch.Index.Stored;

/// <summary>What a generation knows of those before it: published with it, so the two are never out of step.</summary>
/// <param name="From">The oldest generation whose content is known: what has changed since this one, or a later one, can be said.</param>
/// <param name="Why">Why nothing before it is.</param>
/// <param name="Bounds">How long and how much is kept.</param>
/// <param name="Changes">
/// Every commit since then that changed a plan, oldest first. Generations that only arrange the index anew are in no log.
/// </param>
public sealed record ChangeLog(long From, ChangeLogStart Why, ChangeLogBounds Bounds, ImmutableArray<LoggedChange> Changes)
{
    /// <summary>An empty log whose first change will be that after a generation.</summary>
    public static ChangeLog BegunAt(long generation, ChangeLogStart why, ChangeLogBounds? bounds) =>
        new(generation, why, bounds ?? ChangeLogBounds.Usual, []);

    /// <summary>
    /// The log without its oldest changes, as far as days, bytes and number ask for it; the same object where nothing goes.
    /// </summary>
    internal ChangeLog Bounded(DateTimeOffset now)
    {
        var (bytes, first) = (0L, Changes.Length);
        while (first > 0
            && Changes.Length - first < ChangeLogBounds.MaxChanges
            && now - Changes[first - 1].At <= TimeSpan.FromDays(Bounds.Days)
            && bytes + Changes[first - 1].Bytes <= Bounds.Bytes)
        {
            bytes += Changes[--first].Bytes;
        }

        return first == 0
            ? this
            : this with { From = Changes[first - 1].Generation, Why = ChangeLogStart.Bounded, Changes = Changes[first..] };
    }
}

/// <summary>Why a log of changes begins where it does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeLogStart>))]
public enum ChangeLogStart
{
    /// <summary>The index was built anew there, or by a program that kept no log.</summary>
    Begun,

    /// <summary>The collection was restored from a snapshot there.</summary>
    Restored,

    /// <summary>What is older was let go: too old, or too much.</summary>
    Bounded,
}

/// <summary>A commit that changed plans.</summary>
/// <param name="Generation">The generation it published.</param>
/// <param name="Name">The name under which the index keeps the former versions of its plans. Unique in the world.</param>
/// <param name="Set">Which plans it changed.</param>
/// <param name="Bytes">What the former versions take.</param>
/// <param name="At">When, UTC.</param>
public sealed record LoggedChange(long Generation, string Name, ChangeSet Set, long Bytes, DateTimeOffset At);

/// <summary>How long and how much is kept of former versions.</summary>
/// <param name="Days">Older changes go with the next commit.</param>
/// <param name="Bytes">The most that the former versions may take.</param>
public sealed record ChangeLogBounds(int Days, long Bytes)
{
    /// <summary>Half a year, 512 MiB.</summary>
    public static ChangeLogBounds Usual { get; } = new(183, 512L << 20);

    /// <summary>The most changes; each takes some hundred bytes of every manifest.</summary>
    public const int MaxChanges = 1_000;
}

/// <summary>What a commit changed, by plan id; of those replaced and removed the former versions are kept.</summary>
/// <param name="Added">Plans that were not there before.</param>
/// <param name="Replaced">Plans of which anything is different that an answer could show.</param>
/// <param name="Removed">Plans that are no longer there.</param>
public sealed record ChangeSet(ImmutableArray<string> Added, ImmutableArray<string> Replaced, ImmutableArray<string> Removed)
{
    /// <summary>Plans whose files are the same and which other rules have read otherwise: of them no former version is kept.</summary>
    public ImmutableArray<string> Reread { get; init; } = [];

    /// <summary>Those of which there is a former version.</summary>
    [JsonIgnore]
    public IEnumerable<string> Former => Replaced.Concat(Removed);

    /// <summary>Whether nothing changed.</summary>
    [JsonIgnore]
    public bool IsEmpty => Added.Length + Replaced.Length + Removed.Length + Reread.Length == 0;
}
