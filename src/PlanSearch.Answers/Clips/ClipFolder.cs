using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Clips;

/// <summary>
/// 摘录夹: excerpts in the order their reader gave them, with the searches that found them. Immutable; lives in a link or a file, nowhere
/// else.
/// </summary>
public sealed record ClipFolder
{
    /// <summary>The most excerpts.</summary>
    public const int MaxClips = 300;

    /// <summary>The most searches they come from.</summary>
    public const int MaxSearches = 20;

    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaxTitleLength = 60;

    /// <summary>A folder without anything.</summary>
    public static ClipFolder Empty { get; } = new();

    /// <summary>What it is called in what is made of it; empty for no name.</summary>
    public string Title { get; init; } = "";

    /// <summary>
    /// The searches that <see cref="Clip.Search"/> counts in; each is named by some excerpt. Size, order and cursor say nothing here.
    /// </summary>
    public ImmutableArray<SearchRequest> Searches { get; init; } = [];

    /// <summary>The excerpts in their order.</summary>
    public ImmutableArray<Clip> Clips { get; init; } = [];

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Clips.IsEmpty;

    /// <summary>
    /// The excerpts of another folder after those of this one; what is in it already stays as it is. A fault when it would be too full.
    /// </summary>
    public Outcome<ClipFolder> Add(ClipFolder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var searches = Searches.ToBuilder();
        var clips = Clips.ToBuilder();
        foreach (var clip in other.Clips)
        {
            if (!clips.Any(clip.IsSamePlace))
            {
                clips.Add(clip with { Search = clip.Search is { } search ? IndexOf(searches, other.Searches[search]) : null });
            }
        }

        if (clips.Count > MaxClips)
        {
            return Full(
                $"一个摘录夹至多 {MaxClips.ToString(CultureInfo.InvariantCulture)} 条摘录，放入后将有 "
                    + $"{clips.Count.ToString(CultureInfo.InvariantCulture)} 条");
        }

        return searches.Count > MaxSearches
            ? Full($"一个摘录夹至多来自 {MaxSearches.ToString(CultureInfo.InvariantCulture)} 次检索")
            : this with { Title = Title.Length > 0 ? Title : other.Title, Searches = searches.ToImmutable(), Clips = clips.ToImmutable() };
    }

    /// <summary>The same with an excerpt one place further up or down; at the end it stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no excerpt of that index.</exception>
    public ClipFolder Move(int index, int by)
    {
        var target = Math.Clamp(index + by, 0, Clips.Length - 1);
        return this with { Clips = Clips.RemoveAt(index).Insert(target, Clips[index]) };
    }

    /// <summary>The same without an excerpt, and without the search that only it came from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no excerpt of that index.</exception>
    public ClipFolder Remove(int index) => (this with { Clips = Clips.RemoveAt(index) }).WithoutIdleSearches();

    private ClipFolder WithoutIdleSearches()
    {
        var kept = Enumerable.Range(0, Searches.Length).Where(search => Clips.Any(clip => clip.Search == search)).ToList();
        return this with
        {
            Searches = [.. kept.Select(search => Searches[search])],
            Clips = [.. Clips.Select(clip => clip with { Search = clip.Search is { } search ? kept.IndexOf(search) : null })],
        };
    }

    private static int IndexOf(ImmutableArray<SearchRequest>.Builder searches, SearchRequest search)
    {
        for (var at = 0; at < searches.Count; at++)
        {
            if (IsSame(searches[at], search))
            {
                return at;
            }
        }

        searches.Add(search);
        return searches.Count - 1;
    }

    private static bool IsSame(SearchRequest one, SearchRequest other) =>
        one.Query == other.Query && one.Mode == other.Mode && one.Exact == other.Exact
        && one.WithPlaces == other.WithPlaces && one.WordsOff.ToHashSet(StringComparer.Ordinal).SetEquals(other.WordsOff)
        && one.Filters.Count == other.Filters.Count
        && one.Filters.All(filter => other.Filters.TryGetValue(filter.Key, out var selection)
            && filter.Value.Included.SequenceEqual(selection.Included) && filter.Value.Excluded.SequenceEqual(selection.Excluded));

    private static RequestFault Full(string why) => new(FaultKinds.ClipsFull, $"{why}。请先把这一夹存为文件或导出，再另开一夹。");
}
