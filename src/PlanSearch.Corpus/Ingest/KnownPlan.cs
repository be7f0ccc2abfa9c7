using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Ingest;

/// <summary>What an ingest keeps in mind of a plan that is, or will be, in the index.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Root">The root it was found under.</param>
/// <param name="File">Its file under the root.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="FileDigest">See <see cref="PlanOrigin.FileDigest"/>.</param>
/// <param name="LogicalDigest">See <see cref="PlanOrigin.LogicalDigest"/>.</param>
/// <param name="CorpusLine">Its part of the digest of the collection.</param>
/// <param name="WrittenAt">See <see cref="PlanOrigin.WrittenAt"/>.</param>
/// <param name="SidecarWrittenAt">See <see cref="PlanOrigin.SidecarWrittenAt"/>.</param>
/// <param name="OutlineWrittenAt">See <see cref="PlanOrigin.OutlineWrittenAt"/>.</param>
internal sealed record KnownPlan(
    string Id,
    string Root,
    string File,
    long Bytes,
    string FileDigest,
    string LogicalDigest,
    string CorpusLine,
    long WrittenAt,
    long SidecarWrittenAt,
    long OutlineWrittenAt)
{
    /// <summary>Where its file lies, or lay.</summary>
    public string FullPath => Path.Combine(Root, File);

    /// <summary>The plans of a generation, by id.</summary>
    public static Dictionary<string, KnownPlan> AllOf(IStoredPlans? snapshot) => snapshot is null
        ? []
        : snapshot.Facts([.. Enumerable.Range(0, snapshot.PlanCount)]).Select(Of).ToDictionary(plan => plan.Id, StringComparer.Ordinal);

    public static KnownPlan Of(PlanOrigin plan) =>
        new(
            plan.Id, plan.Root, plan.File, plan.Bytes, plan.FileDigest, plan.LogicalDigest, CorpusDigest.LineOf(plan),
            plan.WrittenAt, plan.SidecarWrittenAt, plan.OutlineWrittenAt);
}
