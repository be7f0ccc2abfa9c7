namespace PlanSearch.Corpus.Ingest.Files;

/// <summary>A file that may be a plan.</summary>
/// <param name="Root">The folder its path counts from, absolute.</param>
/// <param name="File">Its path under the root, with "/".</param>
internal sealed record FoundFile(string Root, string File)
{
    /// <summary>Where it lies.</summary>
    public string FullPath => Path.Combine(Root, File);

    /// <summary>The id of its plan; the name without extension, unless <see cref="SameStems"/> gives it another.</summary>
    public string Id { get; init; } = FileNames.IdOf(File);

    /// <summary>Whether its id holds its extension: another file of its name has the one without.</summary>
    public bool HasLongId => Id != FileNames.IdOf(File);
}

/// <summary>A file, folder or root that gives no plan.</summary>
/// <param name="Root">The folder its path counts from; the root itself when the root is what failed.</param>
/// <param name="File">Its path under the root, with "/"; the root as given when the root is what failed.</param>
/// <param name="Reason">Why, in Chinese, and what to do.</param>
internal sealed record FailedFile(string Root, string File, string Reason);
