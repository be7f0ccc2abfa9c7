using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Mentions;
using PlanSearch.Answers.Offers;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Topics;

/// <summary>A topic set over a collection: its words counted one by one, and words that might be added.</summary>
public static class TopicReporter
{
    private const int MaxProposals = 12;

    /// <param name="reader">The generation.</param>
    /// <param name="name">The set, without #.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Outcome<TopicReport> Report(CollectionReader reader, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        if (reader.Vocabulary.Topics.Find(name) is not { } topic)
        {
            return new RequestFault(FaultKinds.TopicUnknown, $"没有专题“{name}”。");
        }

        var term = new TopicTerm(topic);
        var (inquiry, fault) = CountedInquiry.Begin(reader, Asked(term), cancellationToken);
        if (inquiry is null)
        {
            return fault!;
        }

        var total = inquiry.Counts.Total;
        return new TopicReport(
            topic, term.NormalForm, total.Mentions, checked((int)total.Records), checked((int)total.Plans), reader.View.InOrder.Length,
            TopicCounter.Count(inquiry)[0].Members, Proposals(inquiry, topic, total), reader.Generation);
    }

    private static SearchRequest Asked(PlanQuery query) =>
        new() { Query = query.NormalForm, Mode = QueryMode.Expression, WithFacets = false };

    // The two kinds take turns, so that neither hides the other.
    private static ImmutableArray<TopicProposal> Proposals(CountedInquiry inquiry, Topic topic, UnitCounts total)
    {
        var (byCharacters, byListing) = (SharedCharacters.Find(inquiry, topic), Listings.Find(inquiry, topic));
        var proposals = ImmutableArray.CreateBuilder<TopicProposal>();
        for (var at = 0; at < Math.Max(byCharacters.Count, byListing.Count); at++)
        {
            foreach (var candidate in byCharacters.Skip(at).Take(1).Concat(byListing.Skip(at).Take(1)))
            {
                if (proposals.Count < MaxProposals && proposals.All(known => known.Word != candidate.Word)
                    && Counted(inquiry, topic, total, candidate) is { } proposal)
                {
                    proposals.Add(proposal);
                }
            }
        }

        return proposals.ToImmutable();
    }

    private static TopicProposal? Counted(CountedInquiry inquiry, Topic topic, UnitCounts total, WordCandidate candidate)
    {
        var query = TopicCounter.QueryOf(topic, candidate.Word);
        // A search of its own, so that the example's address marks the word and not the set.
        var alone = CountedInquiry.Begin(inquiry.Reader, Asked(query), inquiry.CancellationToken).Value!;
        var tally = alone.Counts.Total;
        var wider = topic with { Members = topic.Members.Add(candidate.Word) };
        var gain = inquiry.Count(new TopicTerm(wider)).Value!.Total.Mentions - total.Mentions;
        return gain <= 0 ? null : new TopicProposal(
            candidate.Word,
            candidate.Source,
            candidate.Because,
            tally.Mentions,
            checked((int)tally.Records),
            checked((int)tally.Plans),
            gain,
            query.NormalForm,
            MentionRows.From(alone, 0).First(), TopicsText.MembersLine(wider));
    }
}

/// <summary>A word that may belong to a set, before it is counted.</summary>
/// <param name="Word">The word.</param>
/// <param name="Source">characters or listing.</param>
/// <param name="Because">What speaks for it.</param>
/// <param name="Weight">The larger, the likelier.</param>
internal sealed record WordCandidate(string Word, string Source, string Because, double Weight);
