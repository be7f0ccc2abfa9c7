using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Queries;

namespace PlanSearch.Corpus.Topics;

/// <summary>Makes the report of a topic set.</summary>
internal static class TopicReporter
{
    private const int MaxProposals = 12;

    public static Outcome<TopicReport> Report(CorpusView view, Vocabulary vocabulary, string name, CancellationToken cancellationToken)
    {
        if (vocabulary.Topics.Find(name) is not { } topic)
        {
            return new RequestFault("topic_unknown", $"没有专题“{name}”。");
        }

        var term = new TopicTerm(topic);
        var (inquiry, fault) = Inquiry.Begin(view, vocabulary, Asked(term), withFacets: false, best: 0, cancellationToken);
        if (inquiry is null)
        {
            return fault!;
        }

        var total = Tally.Of(inquiry.Counts, inquiry.Filters);
        return new TopicReport(
            topic, term.NormalForm, total.Mentions, total.Records, total.Plans, view.InOrder.Length,
            TopicCounter.Count(inquiry, cancellationToken)[0].Members, Proposals(inquiry, topic, total, cancellationToken), view.Snapshot.Generation);
    }

    private static SearchRequest Asked(PlanQuery query) => new() { Query = query.NormalForm, Mode = QueryMode.Expression };

    // The two kinds take turns, so that neither hides the other.
    private static ImmutableArray<TopicProposal> Proposals(Inquiry inquiry, Topic topic, Tally total, CancellationToken cancellationToken)
    {
        var (byCharacters, byListing) = (SharedCharacters.Find(inquiry, topic, cancellationToken), Listings.Find(inquiry, topic, cancellationToken));
        var proposals = ImmutableArray.CreateBuilder<TopicProposal>();
        for (var at = 0; at < Math.Max(byCharacters.Count, byListing.Count); at++)
        {
            foreach (var candidate in byCharacters.Skip(at).Take(1).Concat(byListing.Skip(at).Take(1)))
            {
                if (proposals.Count < MaxProposals && proposals.All(known => known.Word != candidate.Word)
                    && Counted(inquiry, topic, total, candidate, cancellationToken) is { } proposal)
                {
                    proposals.Add(proposal);
                }
            }
        }

        return proposals.ToImmutable();
    }

    private static TopicProposal? Counted(Inquiry inquiry, Topic topic, Tally total, WordCandidate candidate, CancellationToken cancellationToken)
    {
        var query = TopicCounter.QueryOf(topic, candidate.Word);
        // A search of its own, so that the example's address marks the word and not the set.
        var alone = Inquiry.Begin(inquiry.View, inquiry.Vocabulary, Asked(query), withFacets: false, best: 0, cancellationToken).Value!;
        var tally = Tally.Of(alone.Counts, alone.Filters);
        var wider = topic with { Members = topic.Members.Add(candidate.Word) };
        var gain = inquiry.Count(new TopicTerm(wider), cancellationToken).Value!.Mentions - total.Mentions;
        return gain <= 0 ? null : new TopicProposal(
            candidate.Word, candidate.Source, candidate.Because, tally.Mentions, tally.Records, tally.Plans, gain, query.NormalForm,
            MentionRows.From(alone, 0, cancellationToken).First(), TopicsText.MembersLine(wider));
    }
}

/// <summary>A word that may belong to a set, before it is counted.</summary>
/// <param name="Word">The word.</param>
/// <param name="Source">characters or listing.</param>
/// <param name="Because">What speaks for it.</param>
/// <param name="Weight">The larger, the likelier.</param>
internal sealed record WordCandidate(string Word, string Source, string Because, double Weight);
