using System.Collections.Immutable;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Measuring;

/// <summary>Asks judged questions of a collection and scores its answers. Private to one thread; it ends with its reader.</summary>
/// <param name="reader">The generation.</param>
public sealed class QuestionJudge(CollectionReader reader)
{
    private readonly Dictionary<string, ILookup<int, int>> _recordsByLine = new(StringComparer.Ordinal);

    /// <summary>The score of an answer in plain words (<see cref="QueryMode.Words"/>).</summary>
    public Outcome<JudgedScore> Judge(JudgedQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var request = new SearchRequest
        {
            Query = question.Q,
            Mode = QueryMode.Words,
            Order = SearchOrder.Relevance,
            Size = JudgedScore.MostForRecall,
            WithFacets = false,
            WithRelated = false,
        };
        return reader.Ask(request, cancellationToken)
            .Then(inquiry => inquiry.Records)
            .Then<JudgedScore>(answer =>
                JudgedScore.Of(question, SectionsOf, [.. answer.Hits.Select(hit => NameOf(hit.Plan, hit.Record))]));
    }

    /// <summary>The plans that questions name and the collection does not have.</summary>
    public ImmutableArray<string> MissingPlans(IEnumerable<JudgedQuestion> questions) =>
    [
        .. questions
            .SelectMany(question => question.Rel)
            .Select(place => place.Plan)
            .Distinct()
            .Where(plan => reader.View.Find(plan).Value is null)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The sections, boxes and tables that hold the line of a judged place, by their names.</summary>
    internal IReadOnlyList<string> SectionsOf(JudgedLine place) =>
        [.. RecordsOf(place.Plan)[place.Line].Distinct().Select(record => NameOf(place.Plan, record))];

    internal static string NameOf(string plan, int record) => $"{plan}:{record}";

    private ILookup<int, int> RecordsOf(string id)
    {
        if (!_recordsByLine.TryGetValue(id, out var records))
        {
            var blocks = reader.View.Find(id).Value is { } entry ? new PlanText(reader.View.Snapshot, entry).Plan.Blocks : [];
            _recordsByLine[id] = records = blocks
                .Where(block => block.Record >= 0)
                .SelectMany(block => block.Lines.Select(line => (line.Line, block.Record)))
                .ToLookup(line => line.Line, line => line.Record);
        }

        return records;
    }
}
