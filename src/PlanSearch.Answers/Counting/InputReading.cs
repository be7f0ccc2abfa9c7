using PlanSearch.Answers.Questions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Counting;

/// <summary>How the input of a request is read over a generation.</summary>
/// <param name="Readings">Both ways to read it.</param>
/// <param name="Query">The one that is answered.</param>
/// <param name="IsLiteral">Whether the input was taken as it is.</param>
internal sealed record InputReading(InputReadings Readings, PlanQuery Query, bool IsLiteral)
{
    /// <summary>The input as a question, where it was read as one; else null.</summary>
    public Question? Question { get; init; }

    /// <summary>Decides, or says why the input cannot be read.</summary>
    public static Outcome<InputReading> Of(CollectionReader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        var (readings, fault) = InputReadings.Of(request.Query, reader.Vocabulary.Topics);
        if (readings is null || (request.Mode == QueryMode.Expression && readings.Expression is null))
        {
            return fault ?? readings!.Fault!;
        }

        if (request.Mode == QueryMode.Words)
        {
            var question = QuestionReader.Read(reader, request, cancellationToken);
            return new InputReading(readings, question.QueryOf(request.Query), IsLiteral: false) { Question = question };
        }

        var isLiteral = IsTakenLiterally(reader.View, request, readings, cancellationToken);
        return new InputReading(readings, isLiteral ? readings.Literal : readings.Expression!, isLiteral);
    }

    // Decided over the whole collection, so that no filter changes how the same input is read.
    private static bool IsTakenLiterally(
        CorpusView view, SearchRequest request, InputReadings readings, CancellationToken cancellationToken) =>
        request.Mode switch
        {
            QueryMode.Literal => true,
            QueryMode.Expression => false,
            _ => !readings.Differ
                || (!readings.IsQuoted && Occurs(view, EngineQuery.From(readings.Literal, request.Exact), cancellationToken)),
        };

    private static bool Occurs(CorpusView view, Query query, CancellationToken cancellationToken)
    {
        var counts = view.Snapshot.Tally(new TallyRequest(query), cancellationToken);
        return counts.Occurs || counts.LongerRuns > 0 || counts.OccursAside;
    }
}
