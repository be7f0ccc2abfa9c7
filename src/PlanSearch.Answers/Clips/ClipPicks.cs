using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Clips;

/// <summary>A folder with what was picked.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Refused">Values that name no place of today's plans: the page was older than the data.</param>
public sealed record ClipPicks(ClipFolder Folder, ImmutableArray<string> Refused)
{
    /// <summary>What was ticked on a page, after what is in a folder already; a fault when it would be too full.</summary>
    /// <param name="reader">The generation.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="picks">
    /// The values of the boxes, see <see cref="ClipPick"/>, in the order of the page. A record takes the place of what is ticked in it.
    /// </param>
    /// <param name="search">The search whose page it was; an empty query for none.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static Outcome<ClipPicks> Add(
        CollectionReader reader, ClipFolder folder, IReadOnlyList<string> picks, SearchRequest search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(picks);
        ArgumentNullException.ThrowIfNull(search);
        ImmutableArray<SearchRequest> searches = search.Query.Length > 0 ? [search] : [];
        var (taken, refused) = Take(new ClipResolver(reader), picks, search, cancellationToken);
        // What is in it already stays as it is.
        var added = folder.Add(new ClipFolder
        {
            Searches = searches,
            Clips = [.. taken.Where(clip => !folder.Clips.Any(kept => kept.Holds(clip)))
                .Select(clip => clip with { Search = searches.IsEmpty ? null : 0 })],
        });
        return added.Value is { } filled ? new ClipPicks(filled, refused) : added.Fault!;
    }

    private static (List<Clip> Taken, ImmutableArray<string> Refused) Take(
        ClipResolver plans, IReadOnlyList<string> picks, SearchRequest search, CancellationToken cancellationToken)
    {
        List<(string Value, ClipPick? Pick)> read = [.. picks.Select(value => (value, ClipPick.Read(value)))];
        List<ClipPick> records = [.. read.Select(each => each.Pick).OfType<ClipPick>().Where(pick => pick.OfRecord is not null)];
        if (search.Query.Length > 0)
        {
            plans.FindMentions(search, records.Select(pick => pick.Plan), cancellationToken);
        }

        var ofRecords = records.Distinct().ToDictionary(pick => pick, pick => plans.TakeRecord(pick, search, cancellationToken));

        // A record is ticked before or after what is in it.
        var inRecords = ofRecords.Values.SelectMany(clips => clips)
            .SelectMany(clip => clip.Hits.Select(hit => (clip.Plan, clip.Anchor, hit))).ToHashSet();
        var taken = new List<Clip>();
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var (value, pick) in read)
        {
            if (pick is not null && ofRecords.TryGetValue(pick, out var clips) && clips.Count > 0)
            {
                taken.AddRange(clips);
            }
            else if (pick is { OfRecord: null } && plans.Take(pick) is { } clip)
            {
                if (clip.Hits.IsEmpty || !clip.Hits.All(hit => inRecords.Contains((clip.Plan, clip.Anchor, hit))))
                {
                    taken.Add(clip);
                }
            }
            else
            {
                refused.Add(value);
            }
        }

        return (taken, refused.ToImmutable());
    }
}
