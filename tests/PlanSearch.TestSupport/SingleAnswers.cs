using System.Collections.Immutable;
using PlanSearch.Answers.Changes;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Clips;
using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Answers.Replication;
using PlanSearch.Answers.Topics;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Requests;

namespace PlanSearch.TestSupport;

/// <summary>A collection asked for one thing at a time, each in a session of its own.</summary>
public static class SingleAnswers
{
    extension(PlanCollection collection)
    {
        public CorpusStatus Status => collection.With(reader => reader.Status);

        public ImmutableArray<PlanSummary> Plans => collection.With(reader => reader.Plans);

        public Outcome<SearchAnswer> Search(SearchRequest request, CancellationToken cancellationToken) =>
            collection.Ask(request.ForRecords(), inquiry => inquiry.Records, cancellationToken);

        public Outcome<MentionsAnswer> Mentions(SearchRequest request, CancellationToken cancellationToken) =>
            collection.Mentions(request, MentionOrder.Document, cancellationToken);

        public Outcome<MentionsAnswer> Mentions(SearchRequest request, MentionOrder order, CancellationToken cancellationToken) =>
            collection.Ask(request.ForMentions(), inquiry => inquiry.Mentions(order), cancellationToken);

        public Outcome<NeighbourAnswer> Neighbours(SearchRequest request, int width, CancellationToken cancellationToken) =>
            collection.Ask(request, inquiry => inquiry.Neighbours(width), cancellationToken);

        public Outcome<SpreadAnswer> Spread(SearchRequest request, int plans, CancellationToken cancellationToken) =>
            collection.Ask<SpreadAnswer>(request, inquiry => inquiry.Spread(plans), cancellationToken);

        public Outcome<AsideAnswer> Aside(SearchRequest request, CancellationToken cancellationToken) =>
            collection.Ask<AsideAnswer>(request, inquiry => inquiry.Aside, cancellationToken);

        public Outcome<RecordKinds> KindsOf(SearchRequest request, CancellationToken cancellationToken) =>
            collection.Ask<RecordKinds>(request, inquiry => inquiry.Kinds, cancellationToken);

        /// <summary>The rows keep their reader open until they have been enumerated, and can be enumerated again.</summary>
        public Outcome<MentionStream> StreamMentions(SearchRequest request, CancellationToken cancellationToken) =>
            collection.Ask<MentionStream>(request.ForMentions() with { Cursor = null }, inquiry => inquiry.Stream(), cancellationToken)
                .Then<MentionStream>(stream => stream with { Rows = Rows(collection, request, cancellationToken) });

        public Outcome<PlanReading> Read(string planId, SearchRequest request, CancellationToken cancellationToken) =>
            collection.With(reader => PlanForReading.Read(reader, planId, request, cancellationToken));

        public Outcome<PlanLedger> Ledger(string planId) => collection.With(reader => reader.Ledger(planId));

        public Outcome<PlanSource> Source(string planId) => collection.With(reader => reader.Source(planId));

        public Outcome<FullCertificate> Certify(SearchRequest request, CancellationToken cancellationToken) =>
            collection.With(reader => FullCertificateMaker.Make(reader, request, cancellationToken));

        public ReplicationReport Replicate(FullCertificate certificate, CancellationToken cancellationToken) =>
            collection.With(reader => CertificateComparison.Replicate(reader, certificate, cancellationToken));

        public Outcome<FeedAnswer> Feed(SearchRequest request, long? since, CancellationToken cancellationToken)
        {
            using var session = new ReadingSession(collection);
            return session.At(request.Cursor).Then(reader => ChangeFeed.Answer(reader, request, since, cancellationToken));
        }

        public Outcome<CitedBlock> Cite(string planId, string anchor) => collection.With(reader => CitedBlock.Of(reader, planId, anchor));

        public IReadOnlyList<Suggestion> Suggest(string prefix, int count) =>
            collection.With(reader => Suggestion.Find(reader, prefix, count, default));

        public Outcome<TopicReport> Topic(string name, CancellationToken cancellationToken) =>
            collection.With(reader => TopicReporter.Report(reader, name, cancellationToken));

        public ClipsAnswer Resolve(ClipFolder folder, CancellationToken cancellationToken) =>
            collection.With(reader => new ClipResolver(reader).Answer(folder, cancellationToken));

        public Outcome<ClipPicks> Pick(ClipFolder folder, IReadOnlyList<string> picks, SearchRequest search) =>
            collection.With(reader => ClipPicks.Add(reader, folder, picks, search, default));

        private T With<T>(Func<CollectionReader, T> answer)
        {
            using var reader = collection.Read();
            return answer(reader);
        }

        private Outcome<T> Ask<T>(SearchRequest request, Func<Inquiry, Outcome<T>> answer, CancellationToken cancellationToken)
            where T : class
        {
            using var session = new ReadingSession(collection);
            return session.Ask(request, cancellationToken).Then(answer);
        }
    }

    private static IEnumerable<MentionRow> Rows(PlanCollection collection, SearchRequest request, CancellationToken cancellationToken)
    {
        using var reader = collection.Read();
        foreach (var row in reader.Ask(request.ForMentions() with { Cursor = null }, cancellationToken).Value!.Stream().Rows)
        {
            yield return row;
        }
    }
}
