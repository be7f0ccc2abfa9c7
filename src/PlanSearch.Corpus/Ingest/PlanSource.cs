namespace PlanSearch.Corpus.Ingest;

/// <summary>The file a plan was read from.</summary>
/// <param name="FileName">Its name, without folders.</param>
/// <param name="ContentType">What it is, as HTTP says it: one of <see cref="ContentTypes"/>, with the charset where it is text.</param>
/// <param name="Bytes">The bytes as they came: those the plan was read from.</param>
public sealed record PlanSource(string FileName, string ContentType, byte[] Bytes)
{
    /// <summary>What a file can be.</summary>
    public static IReadOnlyList<string> ContentTypes { get; } =
    [
        "text/plain",
        "text/html",
        "text/markdown",
        "application/pdf",
        "application/ofd",
        "application/rtf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/msword",
        "application/octet-stream",
    ];
}
