using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Words;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Counting;

/// <summary>Sums the counts of an inquiry over the plans in scope into its certificate.</summary>
internal static class CertificateMaker
{
    public static Certificate Make(CountedInquiry inquiry, DateTimeOffset time)
    {
        var (mentions, records, plans) = inquiry.Counts.Total;
        var manifest = inquiry.View.Snapshot.Manifest;
        return new Certificate
        {
            Query = inquiry.Request.Query,
            InWords = inquiry.Query.InWords,
            NormalForm = inquiry.Query.NormalForm,
            Topics = [.. TopicTerms.Of(inquiry.Query)
                .Distinct()
                .Select(term => new TopicUse(term.Topic.Name, term.Members, term.Off, term.Topic.Exclude))],
            Question = inquiry.Question is { } question ? StatementOf(inquiry, question) : null,
            Mode = inquiry.Question is not null ? "words" : inquiry.IsLiteral ? "literal" : "expression",
            Exact = inquiry.Request.Exact,
            Scope = inquiry.View.Scope?.Stated ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
            Filters = inquiry.Filters.Stated,
            Mentions = mentions,
            Records = checked((int)records),
            Plans = checked((int)plans),
            PlansWithout = inquiry.Counts.PlansSearched - checked((int)plans),
            PlansSearched = inquiry.Counts.PlansSearched,
            PlansVerified = inquiry.Counts.PlansVerified,
            Excluded = Excluded(inquiry.Counts),
            NotSearched = manifest.Failures,
            Partial = Partial(inquiry),
            Generation = inquiry.View.Snapshot.Generation,
            Digest = manifest.Digest,
            Versions = QueryVersion.Of(manifest),
            Time = time,
            Complete = manifest.Failures.IsEmpty,
            Sample = inquiry.Request.Sample is { } sample
                ? new SampleStatement((int)Math.Min(sample.Size, mentions), sample.Seed, mentions, MentionSampling.Method)
                : null,
        };
    }

    private static QuestionStatement StatementOf(CountedInquiry inquiry, Question question)
    {
        var words = ViewWords.Of(inquiry.Reader, inquiry.CancellationToken);
        return new QuestionStatement(
            [.. question.On.Select(word => new WeighedWord(word.Text, Math.Round(word.Weight, 2)))],
            inquiry.Request.WordsOff,
            inquiry.Request.WithPlaces,
            inquiry.Vocabulary.Lexicon.Version,
            inquiry.Vocabulary.Paraphrases.Version,
            words.Version);
    }

    private static ExcludedCounts Excluded(TallyAnswer counts)
    {
        long Of(BlockKind kind) => counts.Aside.Where(aside => aside.Kind == (int)kind).Sum(aside => aside.Count);
        return new ExcludedCounts(Of(BlockKind.Contents), Of(BlockKind.Cover), Of(BlockKind.Noise), counts.LongerRuns);
    }

    private static ImmutableArray<string> Partial(CountedInquiry inquiry) => inquiry.Filters.HasEveryPlan || inquiry.View.Partial.IsEmpty
        ? inquiry.View.Partial
        : [.. inquiry.View.Fragments.Where(entry => inquiry.Filters.Selected.Contains(entry.Number)).Select(entry => entry.Summary.Id)];
}
