namespace PlanSearch.Index.Stored;

/// <summary>What is known of a plan's file before its text is looked at.</summary>
/// <param name="Id">Its path under its root without extension, "/" as "~".</param>
/// <param name="Root">The root it was found under, absolute.</param>
/// <param name="File">Its path under the root, with "/".</param>
/// <param name="Bytes">Size.</param>
/// <param name="Digest">See <see cref="PlanOrigin.FileDigest"/>.</param>
public sealed record PlanFile(string Id, string Root, string File, long Bytes, string Digest)
{
    /// <inheritdoc cref="PlanOrigin.WrittenAt"/>
    public long WrittenAt { get; init; }

    /// <inheritdoc cref="PlanOrigin.SidecarWrittenAt"/>
    public long SidecarWrittenAt { get; init; }

    /// <inheritdoc cref="PlanOrigin.OutlineWrittenAt"/>
    public long OutlineWrittenAt { get; init; }
}
