namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>What a file beside a plan may be at most.</summary>
/// <param name="Name">What its limits are called by: <c>sidecar</c> for sidecarBytes and sidecarDepth.</param>
/// <param name="MaxBytes">Its size.</param>
/// <param name="MaxDepth">
/// How deep lists and mappings nest that are passed over; 60 KB of brackets within each other took six seconds.
/// </param>
public sealed record SidecarBounds(string Name, int MaxBytes, int MaxDepth)
{
    /// <summary>name.meta.yaml: a few lines are a few hundred bytes; what is larger lies there by mistake.</summary>
    public static SidecarBounds Metadata { get; } = new("sidecar", 64 << 10, 16);

    /// <summary>name.outline.yaml: some 1,800 corrections, more than most plans have headings.</summary>
    public static SidecarBounds Outline { get; } = new("outline", 256 << 10, 16);
}
