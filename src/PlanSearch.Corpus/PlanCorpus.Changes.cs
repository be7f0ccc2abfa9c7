using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Changes;

namespace PlanSearch.Corpus;

/// <content>What has changed.</content>
public sealed partial class PlanCorpus
{
    /// <summary>When a plan last changed, as far as is known; when the generation was built, where none has. UTC.</summary>
    public DateTimeOffset LastChange => With(view => ChangeFeed.LastChangeOf(view.Snapshot.Manifest));

    /// <summary>How the mentions of a search have changed: all commits one by one, newest first, or the whole difference to one generation.</summary>
    /// <param name="request">The search; its size and cursor are those of the feed.</param>
    /// <param name="since">The generation of an earlier answer; null for every change that is known.</param>
    /// <param name="cancellationToken">Looked at before each plan.</param>
    /// <remarks>A generation that the log does not reach back to is a fault (<c>since_gone</c>), never a part of the changes.</remarks>
    public Outcome<FeedAnswer> Feed(SearchRequest request, long? since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WithGeneration(
            request, view => ChangeFeed.Answer(view, _formers, _views.Order, Vocabulary, request, since, cancellationToken));
    }
}
