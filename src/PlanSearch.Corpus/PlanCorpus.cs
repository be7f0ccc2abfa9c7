using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Corpus;

/// <summary>A collection of plans as page, API and command line use it: everything that reads.</summary>
/// <remarks>
/// Safe for any number of threads. Every call answers from one generation; a newer one, published by this or another process,
/// is taken up by the next call.
/// </remarks>
public sealed class PlanCorpus : IDisposable
{
    private PlanCorpus()
    {
    }

    /// <summary>Opens the newest generation under <see cref="CorpusOptions.IndexDirectory"/>.</summary>
    /// <exception cref="Index.IndexMissingException">There is no index yet: the remedy is an ingest.</exception>
    /// <exception cref="Engine.Storage.CorruptIndexException">A file is damaged; the message names it and the remedy.</exception>
    public static PlanCorpus Open(CorpusOptions options) => throw new NotSupportedException();

    /// <summary>What is loaded: generation, digest, plans, failures, when it was built.</summary>
    public CorpusStatus Status => throw new NotSupportedException();

    /// <summary>The plans in division order: level of the tree, code, period, id.</summary>
    public ImmutableArray<PlanSummary> Plans => throw new NotSupportedException();

    /// <summary>Records that satisfy the request, one page of them, with exact totals.</summary>
    public Outcome<SearchAnswer> Search(SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Mentions one by one, one page of them, in document order.</summary>
    public Outcome<MentionsAnswer> Mentions(SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Every mention, streamed in document order; size and cursor of the request are not looked at.</summary>
    /// <remarks>The certificate is known before the first row; rows are made as they are asked for, from the same generation.</remarks>
    public Outcome<MentionStream> StreamMentions(SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>A plan whole, its mentions of the request's query marked; an empty query marks nothing.</summary>
    public Outcome<PlanReading> Read(string planId, SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>A plan's 入库报告.</summary>
    public Outcome<PlanLedger> Ledger(string planId) => throw new NotSupportedException();

    /// <summary>Closes the files; answers handed out stay valid, streams do not.</summary>
    public void Dispose()
    {
    }
}

/// <summary>Every mention of an answer, with its proof.</summary>
/// <param name="Certificate">The proof; its count of mentions is the number of rows.</param>
/// <param name="Rows">The rows, made as they are enumerated; enumerable once.</param>
public sealed record MentionStream(Certificate Certificate, IEnumerable<MentionRow> Rows);

/// <summary>What is loaded.</summary>
/// <param name="Generation">Number of the generation.</param>
/// <param name="Digest">SHA-256 over all plans, see <see cref="Certificate.Digest"/>.</param>
/// <param name="Plans">Number of plans.</param>
/// <param name="Characters">Characters searched.</param>
/// <param name="BuiltAt">When the generation was published, UTC.</param>
/// <param name="Failures">Files that are not in it.</param>
/// <param name="Warnings">Warnings of the last ingest.</param>
/// <param name="Versions">Parser, fold and format.</param>
public sealed record CorpusStatus(
    long Generation,
    string Digest,
    int Plans,
    long Characters,
    DateTimeOffset BuiltAt,
    ImmutableArray<NotSearched> Failures,
    ImmutableArray<string> Warnings,
    ImmutableSortedDictionary<string, string> Versions);
