namespace PlanSearch.Engine.Storage;

/// <summary>The folder of an index: every step that touches files goes through it, so that tests can fail each one.</summary>
public abstract class IndexDirectory
{
}

/// <summary>An index in a folder of the file system.</summary>
/// <param name="path">The folder; made when something is first written.</param>
public sealed class FileIndexDirectory(string path) : IndexDirectory
{
    /// <summary>The folder.</summary>
    public string DirectoryPath { get; } = path;
}
