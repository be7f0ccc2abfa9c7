namespace PlanSearch.Index.Stored;

/// <summary>A file that is no plan of its own: another of its name, in another format, has the same text.</summary>
/// <param name="Root">The root it was found under.</param>
/// <param name="File">Its path under the root, with "/".</param>
/// <param name="FileDigest">SHA-256 of its bytes, hexadecimal.</param>
/// <param name="LogicalDigest">See <see cref="PlanOrigin.LogicalDigest"/>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="WrittenAt">See <see cref="PlanOrigin.WrittenAt"/>.</param>
public sealed record TwinFile(string Root, string File, string FileDigest, string LogicalDigest, long Bytes, long WrittenAt);
