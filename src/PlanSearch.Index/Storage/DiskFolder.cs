namespace PlanSearch.Index.Storage;

/// <summary>A folder of the file system, as the embedded engine treats it.</summary>
internal static class DiskFolder
{
    /// <summary>Returns when all names in it are on the disk: only then is a rename sure to last.</summary>
    public static void Sync(string folder) => new FileIndexDirectory(folder).SyncDirectory();
}
