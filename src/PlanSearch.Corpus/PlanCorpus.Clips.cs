using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Clips;

namespace PlanSearch.Corpus;

/// <content>摘录夹: what has been picked, looked up again in the newest generation.</content>
public sealed partial class PlanCorpus
{
    /// <summary>The excerpts of a folder as the plans have them now; one that is no longer there is said to be so.</summary>
    public ClipsAnswer Resolve(ClipFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return With(view => new ClipResolver(view).Answer(folder, Vocabulary, _options.Time.GetUtcNow(), cancellationToken));
    }

    /// <summary>What was ticked on a page, after what is in a folder already; a fault when it would be too full.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="picks">The values of the boxes, see <see cref="ClipPick"/>, in the order of the page.</param>
    /// <param name="search">The search whose page it was; an empty query for none.</param>
    public Outcome<Picked> Pick(ClipFolder folder, IReadOnlyList<string> picks, SearchRequest search)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(picks);
        ArgumentNullException.ThrowIfNull(search);
        ImmutableArray<SearchRequest> searches = search.Query.Length > 0 ? [search] : [];
        var (taken, refused) = With(view => Take(new ClipResolver(view), picks));
        var added = folder.Add(new ClipFolder
        {
            Searches = searches,
            Clips = [.. taken.Select(clip => clip with { Search = searches.IsEmpty ? null : 0 })],
        });
        return added.Value is { } filled ? new Picked(filled, refused) : added.Fault!;
    }

    private static (List<Clip> Taken, ImmutableArray<string> Refused) Take(ClipResolver plans, IReadOnlyList<string> picks)
    {
        var taken = new List<Clip>();
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var value in picks)
        {
            if (ClipPick.Read(value) is { } pick && plans.Take(pick) is { } clip)
            {
                taken.Add(clip);
            }
            else
            {
                refused.Add(value);
            }
        }

        return (taken, refused.ToImmutable());
    }
}

/// <summary>A folder with what was picked.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Refused">Values that name no place of today's plans: the page was older than the data.</param>
public sealed record Picked(ClipFolder Folder, ImmutableArray<string> Refused);
