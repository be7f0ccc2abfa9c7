using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>A generation with what asks its two indexes.</summary>
internal sealed class GenerationView
{
    private readonly ClusterClient _client;
    private readonly ControlIndex? _control;

    private GenerationView(ClusterClient client, ControlIndex? control, Head head, GenerationDocument generation) =>
        (_client, _control, Head, Generation) = (client, control, head, generation);

    /// <summary>The head that names it, or will.</summary>
    public Head Head { get; }

    /// <summary>How many plans and kept versions it has, and which documents of the indexes are not in it.</summary>
    public GenerationDocument Generation { get; }

    /// <summary>Searches the index of the plans, kept versions left out.</summary>
    public GenerationSearch Plans => new(_client, Head.Plans, Head.Shards, Generation, Generation.Plans, IsGone);

    /// <summary>Searches what is read: the plans and the versions that are kept.</summary>
    public GenerationSearch Texts => new(_client, Head.Texts, Head.Shards, Generation, (long)Generation.Plans + Generation.Kept, IsGone);

    /// <summary>A generation that a head names; it may be kept no longer one day.</summary>
    public static GenerationView Published(ClusterClient client, ControlIndex control, Head head, GenerationDocument generation) =>
        new(client, control, head, generation);

    /// <summary>A generation in the hands of its writer, published or not yet: nobody lets it go.</summary>
    public static GenerationView Written(ClusterClient client, Head head, GenerationDocument generation) =>
        new(client, control: null, head, generation);

    private bool IsGone() => _control is not null
        && (_control.Read(CancellationToken.None) is not { } now
            || now.Head.Identity != Head.Identity
            || now.Head.Generations.All(kept => kept.Number != Generation.Number));
}
