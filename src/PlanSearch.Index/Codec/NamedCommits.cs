using Lucene.Net.Index;

namespace PlanSearch.Index.Codec;

/// <summary>Lets Lucene delete the commits that no generation names, and no other.</summary>
/// <remarks>
/// A new commit has no name yet when Lucene asks; which generations go is decided after it has one, see <see cref="Retention"/>.
/// </remarks>
/// <param name="isNamed">Whether a generation names a <c>segments_N</c>.</param>
/// <param name="newest">Told of the newest commit.</param>
internal sealed class NamedCommits(Func<string, bool> isNamed, Action<IndexCommit> newest) : IndexDeletionPolicy
{
    /// <inheritdoc/>
    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    /// <inheritdoc/>
    public override void OnCommit<T>(IList<T> commits)
    {
        if (commits.Count == 0)
        {
            return;
        }

        newest(commits[^1]);
        foreach (var commit in commits.SkipLast(1).Where(commit => !isNamed(commit.SegmentsFileName)))
        {
            commit.Delete();
        }
    }
}
