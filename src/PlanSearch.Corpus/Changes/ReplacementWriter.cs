using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>
/// Writes an index that takes the place of a former one, as if it added to it: plans that nobody puts or removes, and the versions that are
/// kept, are taken over with the commit.
/// </summary>
/// <param name="writer">Writes the new index, which is empty; not disposed of by others.</param>
/// <param name="former">The former one; disposed of after this.</param>
internal sealed class ReplacementWriter(IPlanIndexWriter writer, IStoredPlans former) : IPlanIndexWriter
{
    private readonly HashSet<string> _decided = new(StringComparer.Ordinal);
    private readonly HashSet<string> _letGo = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Put(StoredPlan plan, IReadOnlyList<string> texts)
    {
        _decided.Add(plan.Id);
        writer.Put(plan, texts);
    }

    /// <inheritdoc/>
    public bool Remove(string planId)
    {
        var isNews = _decided.Add(planId) && former.Find(planId) >= 0;
        return writer.Remove(planId) || isNews;
    }

    /// <inheritdoc/>
    public long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts) => writer.Keep(name, plan, texts);

    /// <inheritdoc/>
    public void LetGo(string name) => _letGo.Add(name);

    /// <inheritdoc/>
    public long Commit(CorpusManifest manifest)
    {
        foreach (var (plan, facts) in former.Facts([.. Enumerable.Range(0, former.PlanCount)]).Index())
        {
            if (!_decided.Contains(facts.Id))
            {
                writer.Put(former.Plan(plan), former.Texts(plan));
            }
        }

        foreach (var change in former.Manifest.ChangeLog?.Changes.Where(change => !_letGo.Contains(change.Name)) ?? [])
        {
            foreach (var version in former.Kept(change.Name))
            {
                var (plan, texts) = version.Read();
                writer.Keep(change.Name, plan, texts);
            }
        }

        return writer.Commit(manifest);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
