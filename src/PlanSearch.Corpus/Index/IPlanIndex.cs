using PlanSearch.Engine.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Index;

/// <summary>The port to a search engine: what the corpus asks of an index of plans, and nothing more.</summary>
/// <remarks>
/// The embedded engine is one implementation, a plain scan in the tests another; both pass the same contract tests.
/// The query and the counts are plain data in the engine's words.
/// </remarks>
public interface IPlanIndex : IDisposable
{
    /// <summary>The number of the newest published generation; 0 when there is none.</summary>
    long NewestGeneration { get; }

    /// <summary>Opens the newest generation; null when there is none.</summary>
    IPlanSnapshot? OpenNewest();

    /// <summary>Opens a generation that is still kept; null when it is not, or never was.</summary>
    /// <remarks>How long one is kept after a newer took its place is the index's affair; an open one stays.</remarks>
    IPlanSnapshot? Open(long generation);

    /// <summary>Begins to write; one writer at a time.</summary>
    /// <exception cref="Engine.Storage.IndexLockedException">Someone else writes.</exception>
    IPlanIndexWriter OpenWriter();
}

/// <summary>One generation, open for reading. Never changes; safe for any number of threads.</summary>
/// <remarks>Plans are numbered from 0; the numbers hold for this snapshot only.</remarks>
public interface IPlanSnapshot : IDisposable
{
    /// <summary>Its number, from 1.</summary>
    long Generation { get; }

    /// <summary>The identity of the index it is of: kept over its generations, another one once an index is built anew, whose numbers mean something else.</summary>
    Guid Identity { get; }

    /// <summary>What was published with it.</summary>
    CorpusManifest Manifest { get; }

    /// <summary>How many plans it holds.</summary>
    int PlanCount { get; }

    /// <summary>What is known of the plan as a whole; quick for any plan.</summary>
    PlanFacts Facts(int plan);

    /// <summary>The plan as structure, without its texts.</summary>
    StoredPlan Plan(int plan);

    /// <summary>The number of the plan with this id; -1 when there is none.</summary>
    int Find(string planId);

    /// <summary>The logical text of a block; table cells are separated by TAB.</summary>
    string BlockText(int plan, int block);

    /// <summary>Mentions and records plan by plan, what was left out, and how both spread over columns of <see cref="PlanSchema"/>.</summary>
    /// <remarks>Aside counts are by <see cref="PlanSchema.KindColumn"/>.</remarks>
    QueryCounts Count(Query query, BlockFilter filter, IReadOnlyList<int> columns, CancellationToken cancellationToken);

    /// <summary>Mentions, records and plans in all, without any filter: what the index can say at once it does not count.</summary>
    QueryTotals Totals(Query query, CancellationToken cancellationToken);

    /// <summary>The mentions in all plans, plan by plan, many at a time.</summary>
    void Mentions(Query query, BlockFilter filter, MentionReceiver receive, CancellationToken cancellationToken);

    /// <summary>The mentions in some plans in reading order, a call a plan in the order they are named in, also where there are none.</summary>
    void Mentions(Query query, BlockFilter filter, IReadOnlyList<int> plans, MentionReceiver receive, CancellationToken cancellationToken);

    /// <summary>The mentions in one plan, in reading order, added to <paramref name="mentions"/>.</summary>
    void Mentions(Query query, BlockFilter filter, int plan, ICollection<Mention> mentions, CancellationToken cancellationToken) => Mentions(
        query,
        filter,
        [plan],
        found =>
        {
            foreach (var mention in found)
            {
                mentions.Add(mention);
            }
        },
        cancellationToken);

    /// <summary>The same as <see cref="Count"/>, and the best <paramref name="count"/> records; plans of a rank below 0 are left out.</summary>
    /// <remarks>Equal scores stand in the order of their plans' ranks, then as they read: so the order does not depend on how the index is laid out.</remarks>
    (QueryCounts Counts, IReadOnlyList<ScoredRecord> Best) Search(
        Query query, BlockFilter filter, IReadOnlyList<int> columns, IReadOnlyList<int> ranks, int count, CancellationToken cancellationToken);
}

/// <summary>The one writer of an index. Nothing is visible before <see cref="Commit"/>; disposing without it abandons everything.</summary>
public interface IPlanIndexWriter : IDisposable
{
    /// <summary>Adds a plan, or replaces the one with the same id.</summary>
    /// <param name="plan">Its structure.</param>
    /// <param name="texts">The logical texts of its blocks, in order; cells separated by TAB.</param>
    void Put(StoredPlan plan, IReadOnlyList<string> texts);

    /// <summary>Removes a plan.</summary>
    /// <returns>Whether there was one.</returns>
    bool Remove(string planId);

    /// <summary>Publishes the next generation.</summary>
    /// <returns>Its number.</returns>
    long Commit(CorpusManifest manifest);
}
