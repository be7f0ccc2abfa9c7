namespace PlanSearch.Index.Storage;

/// <summary>A file of a commit, as its generation names it: another length or sum is damage.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Checksum">Their CRC-32C.</param>
internal readonly record struct CommitFile(string Name, long Length, uint Checksum);
