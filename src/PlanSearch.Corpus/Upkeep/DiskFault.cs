using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>A disk that takes no more, or may not be written to -> the fault that says so, with the place.</summary>
internal static class DiskFault
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The fault of a file beside the plans.</summary>
    public static RequestFault OfFolder(Exception refusal) => IsFull(refusal)
        ? new RequestFault(FaultKinds.DiskFull, $"规划文件夹所在的磁盘已满，没有修改。请腾出空间后再试。{refusal.Message}")
        : new RequestFault(FaultKinds.FolderNotWritable, $"规划文件夹不能写入（权限、只读挂载或名称），没有修改。{refusal.Message}");

    /// <summary>The fault of a file of the index.</summary>
    public static RequestFault OfIndex(IndexUnwritableException refusal) => IsFull(refusal.InnerException!)
        ? new RequestFault(FaultKinds.DiskFull, $"索引所在的磁盘已满（{refusal.Place}），没有修改，检索照旧。请腾出空间后再试。")
        : new RequestFault(
            FaultKinds.IndexNotWritable, $"索引不能写入（{refusal.Place}），没有修改，检索照旧。请检查权限、是否只读挂载。{refusal.InnerException!.Message}");

    /// <summary>Whether a disk has no room, or a user no more of it.</summary>
    public static bool IsFull(Exception refusal) => refusal.HResult is NoSpace or QuotaExceeded or WindowsDiskFull;
}
