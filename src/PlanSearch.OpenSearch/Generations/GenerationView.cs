using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>A generation with what asks its two indexes.</summary>
/// <param name="client">The cluster.</param>
/// <param name="control">Where the head is.</param>
/// <param name="head">The head that names it.</param>
/// <param name="generation">What it is.</param>
internal sealed class GenerationView(ClusterClient client, ControlIndex control, Head head, GenerationDocument generation)
{
    /// <summary>The head that names it.</summary>
    public Head Head => head;

    /// <summary>What it is.</summary>
    public GenerationDocument Generation => generation;

    /// <summary>Searches the plans.</summary>
    public GenerationSearch Plans => new(client, head.Plans, head.Shards, generation, generation.Plans, IsGone);

    /// <summary>Searches what is read: the plans and the versions that are kept.</summary>
    public GenerationSearch Texts => new(client, head.Texts, head.Shards, generation, (long)generation.Plans + generation.Kept, IsGone);

    private bool IsGone() => control.Read(CancellationToken.None) is not { } now
        || now.Head.Identity != head.Identity
        || now.Head.Generations.All(kept => kept.Number != generation.Number);
}
