using System.Globalization;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Changes;

/// <summary>Why a generation cannot be compared with the present one.</summary>
internal static class SinceFaults
{
    /// <summary>The fault; null when it can, or when there is none to compare with.</summary>
    public static RequestFault? Of(long? since, long newest, PlanHistory history) => since switch
    {
        null => null,
        _ when since > newest || since < 1 => new RequestFault(
            FaultKinds.SinceUnknown,
            string.Create(CultureInfo.InvariantCulture, $"没有数据版本{since}：现在是版本{newest}。since 应是以前答案中的 generation。")),
        _ when since < history.From => new RequestFault(
            FaultKinds.SinceGone,
            string.Create(
                CultureInfo.InvariantCulture,
                $"数据版本{since}以后的变化已不能全部说明，最早可从版本{history.From}算起：{Reason(history.Why)}。请重新取一次全部结果，此后以其 generation 作 since。")),
        _ => null,
    };

    private static string Reason(ChangeLogStart why) => why switch
    {
        ChangeLogStart.Restored => "那时数据由快照恢复",
        ChangeLogStart.Bounded => "更早的变化记录超过了保留期限或容量",
        _ => "索引那时新建，或此前的程序不记录变化",
    };
}
