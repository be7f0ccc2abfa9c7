using System.Collections.Immutable;
using System.Diagnostics;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Measuring;

/// <summary>Times queries over one generation; every answer is made anew.</summary>
/// <remarks>
/// What a generation keeps by itself it keeps here too: the plans that were decoded last and the lists of the words of unions. The
/// operations are those of the peers' runner, so that the numbers are beside theirs.
/// </remarks>
public sealed class QueryTimer
{
    /// <summary>Rounds before anything is timed: code is compiled and pages are in memory.</summary>
    private const int WarmUp = 60;

    private const int NanosecondsPerSecond = 1_000_000_000;

    private readonly CollectionReader _reader;
    private readonly CancellationToken _cancellationToken;

    private QueryTimer(CollectionReader reader, CancellationToken cancellationToken) =>
        (_reader, _cancellationToken) = (reader, cancellationToken);

    /// <summary>Times each query's operations.</summary>
    /// <param name="reader">The generation.</param>
    /// <param name="queries">
    /// A query a line; blank lines are passed over. <c>A|B</c> is both words in one record, as in the peers' files.
    /// </param>
    /// <param name="repeat">Timed runs of each operation; at least 1.</param>
    /// <param name="isApart">
    /// Whether all runs of a query follow each other; else the queries take turns, and none finds its own data still at hand.
    /// </param>
    /// <param name="cancellationToken">Looked at by every operation.</param>
    public static Outcome<Measurement> Measure(
        CollectionReader reader, IReadOnlyList<string> queries, int repeat, bool isApart, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeat);
        var named = new List<(string, PlanQuery)>();
        foreach (var line in queries.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var parse = QueryParser.Parse(line.Replace('|', ' '), reader.Vocabulary.Topics);
            if (parse.Query is not { } query)
            {
                return parse.Fault!;
            }

            named.Add((line, query));
        }

        return new Measurement(
            reader.Generation, reader.View.Entries.Length, new QueryTimer(reader, cancellationToken).Run(named, repeat, isApart));
    }

    private ImmutableArray<QueryTimes> Run(List<(string Name, PlanQuery Query)> queries, int repeat, bool isApart)
    {
        Operation[] operations =
        [
            new("count", Count),
            new("top10", query => Page(query, withFacets: false)),
            new("facets", query => Page(query, withFacets: true)),
            new("mentions", Mentions),
        ];
        // Everything runs before anything is timed, and operation by operation after that.
        for (var warmUp = 0; warmUp < WarmUp; warmUp++)
        {
            foreach (var operation in operations)
            {
                foreach (var (_, query) in queries)
                {
                    operation.Run(query);
                }
            }
        }

        var timed = operations.Select(operation => Timed(operation, queries, repeat, isApart)).ToList();
        return [.. queries.SelectMany((_, query) => timed.Select(times => times[query]))];
    }

    private static QueryTimes[] Timed(Operation operation, List<(string Name, PlanQuery Query)> queries, int repeat, bool isApart)
    {
        long[][] ticks = [.. queries.Select(_ => new long[repeat])];
        var totals = new UnitCounts[queries.Count];
        for (var run = 0; run < repeat * queries.Count; run++)
        {
            var (query, round) = isApart ? (run / repeat, run % repeat) : (run % queries.Count, run / queries.Count);
            var start = Stopwatch.GetTimestamp();
            totals[query] = operation.Run(queries[query].Query);
            ticks[query][round] = Stopwatch.GetTimestamp() - start;
        }

        return
        [
            .. queries.Select((named, query) =>
            {
                Array.Sort(ticks[query]);
                var (mentions, records, plans) = totals[query];
                return new QueryTimes(
                    named.Name,
                    operation.Name,
                    Nanoseconds(Percentile(ticks[query], 50)),
                    Nanoseconds(Percentile(ticks[query], 99)),
                    repeat,
                    mentions,
                    records,
                    plans);
            }),
        ];
    }

    private UnitCounts Count(PlanQuery query) => _reader.View.Snapshot.Totals(EngineQuery.From(query, isExact: false), _cancellationToken);

    private UnitCounts Page(PlanQuery query, bool withFacets)
    {
        var request = new SearchRequest
        {
            Query = query.NormalForm,
            Mode = QueryMode.Expression,
            Order = SearchOrder.Relevance,
            Size = 10,
            WithFacets = withFacets,
            WithRelated = false,
        };
        var inquiry = _reader.Ask(request, _cancellationToken).Value
            ?? throw new ArgumentException($"'{request.Query}' is no query of this collection.", nameof(query));
        // Made anew each time: a page that is kept says nothing of what it takes to make one.
        var certificate = SearchAnswerer.Answer(inquiry).Value!.Certificate;
        return new UnitCounts(certificate.Mentions, certificate.Records, certificate.Plans);
    }

    private UnitCounts Mentions(PlanQuery query)
    {
        var mentions = 0L;
        _reader.View.Snapshot.Mentions(EngineQuery.From(query, isExact: false), [], found => mentions += found.Length, _cancellationToken);
        return new UnitCounts(mentions, 0, 0);
    }

    /// <summary>The least value that so many percent of <paramref name="sorted"/> do not exceed: the nearest rank.</summary>
    /// <param name="sorted">Rising, at least one.</param>
    /// <param name="percent">1 to 100.</param>
    internal static long Percentile(ReadOnlySpan<long> sorted, int percent)
    {
        // Ranks count from 1: with 100 values the 99th percentile is the 99th of them, not the greatest.
        var rank = (((long)sorted.Length * percent) + 99) / 100;
        return sorted[(int)rank - 1];
    }

    private static long Nanoseconds(long ticks) => (long)(ticks * (double)NanosecondsPerSecond / Stopwatch.Frequency);

    /// <summary>What is timed of a query.</summary>
    private sealed record Operation(string Name, Func<PlanQuery, UnitCounts> Run);
}
