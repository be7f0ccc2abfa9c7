namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>What a metadata file beside a plan may be at most.</summary>
public static class SidecarBounds
{
    /// <summary>A few lines are a few hundred bytes; what is larger lies there by mistake.</summary>
    public const int MaxBytes = 64 << 10;

    /// <summary>How deep lists and mappings nest that are passed over; 60 KB of brackets within each other took six seconds.</summary>
    public const int MaxDepth = 16;
}
