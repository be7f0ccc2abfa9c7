using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Port;

/// <summary>The port to a search engine: what the corpus asks of an index of plans, and nothing more.</summary>
/// <remarks>
/// The embedded engine is one implementation, a plain scan in the tests another; both pass the same contract tests.
/// Queries, filters and counts are plain data; columns go by name. What an index reports is a <see cref="PlanIndexException"/>, never a
/// count of a part.
/// </remarks>
public interface IPlanIndex : IDisposable
{
    /// <summary>The number of the newest published generation; 0 when there is none.</summary>
    long NewestGeneration { get; }

    /// <summary>Opens the newest generation; null when there is none.</summary>
    /// <exception cref="IndexUnusableException">It is damaged, or of another version.</exception>
    IPlanSnapshot? OpenNewest();

    /// <summary>Opens a generation that is still kept; null when it is not, or never was.</summary>
    /// <remarks>How long one is kept after a newer took its place is the index's affair; an open one stays.</remarks>
    /// <exception cref="IndexUnusableException">It is damaged, or of another version.</exception>
    IPlanSnapshot? Open(long generation);

    /// <summary>Begins to write; one writer at a time.</summary>
    /// <exception cref="IndexLockedException">Someone else writes.</exception>
    /// <exception cref="IndexUnwritableException">There is no room, or no right to.</exception>
    IPlanIndexWriter OpenWriter();
}

/// <summary>The one writer of an index. Nothing is visible before <see cref="Commit"/>; disposing without it abandons everything.</summary>
public interface IPlanIndexWriter : IDisposable
{
    /// <summary>Adds a plan, or replaces the one with the same id.</summary>
    /// <param name="plan">Its structure. Lists go by its <see cref="PlanOrigin.OrderKey"/>, then by its id.</param>
    /// <param name="texts">The logical texts of its blocks, in order; cells separated by TAB.</param>
    void Put(StoredPlan plan, IReadOnlyList<string> texts);

    /// <summary>Takes a plan out of the next generation; what is kept of its former versions stays.</summary>
    /// <returns>Whether there was one.</returns>
    bool Remove(string planId);

    /// <summary>
    /// Keeps a version of a plan beside those that are searched: it is read by the name it is kept under, and is in no count, list or
    /// answer.
    /// </summary>
    /// <param name="name">The name, which may have several versions; a plan's version once.</param>
    /// <param name="plan">Its structure.</param>
    /// <param name="texts">The logical texts of its blocks, in order; cells separated by TAB.</param>
    /// <returns>The bytes it takes.</returns>
    long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts);

    /// <summary>Removes what is kept under a name.</summary>
    void LetGo(string name);

    /// <summary>Publishes the next generation.</summary>
    /// <returns>Its number.</returns>
    long Commit(CorpusManifest manifest);
}
