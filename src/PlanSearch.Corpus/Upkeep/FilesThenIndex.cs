using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>Files are changed first, then the index is brought in step: both stay, or the files are as they were before.</summary>
/// <remarks>
/// What is published stays: what failed came after it, a merge, the removal of what is old. Taking the files back would make it a lie.
/// </remarks>
internal static class FilesThenIndex
{
    /// <summary>Makes one change.</summary>
    /// <param name="swaps">Makes the files, one by one.</param>
    /// <param name="index">Brings the index in step; a fault puts the files back.</param>
    /// <param name="published">
    /// What was searched once the index has failed with this message: the outcome where the change is published, null where it is not.
    /// </param>
    public static Outcome<T> Run<T>(IEnumerable<FileSwap> swaps, Func<Outcome<T>> index, Func<string, T?> published)
        where T : class
    {
        using var made = new MadeSwaps();
        if (made.Make(swaps) is { } unwritable)
        {
            return unwritable;
        }

        var outcome = InStep(index, published);
        if (outcome.Value is not null || outcome.Fault?.Code == FaultKinds.ChangeUnknown)
        {
            made.Keep();
        }

        return outcome;
    }

    private static Outcome<T> InStep<T>(Func<Outcome<T>> index, Func<string, T?> published)
        where T : class
    {
        try
        {
            return index();
        }
        catch (IndexLockedException)
        {
            return new RequestFault(FaultKinds.IndexBusy, "另一个进程正在更新索引，请稍后再试。");
        }
        catch (IndexUnwritableException refusal)
        {
            return published(refusal.Message) is { } done ? done : DiskFault.OfIndex(refusal);
        }
        catch (IndexUnavailableException silence)
        {
            return AfterSilence(silence, published);
        }
    }

    // The answer that was lost may have said that the change is published.
    private static Outcome<T> AfterSilence<T>(IndexUnavailableException silence, Func<string, T?> published)
        where T : class
    {
        try
        {
            return published(silence.Message) is { } done
                ? done
                : new RequestFault(FaultKinds.IndexUnavailable, "索引的一部分没有应答，没有修改。请稍后再试。");
        }
        catch (IndexUnavailableException)
        {
            return new RequestFault(
                FaultKinds.ChangeUnknown, "索引没有应答，不知道修改是否已经生效；规划文件已按修改后的样子保留。请稍后查看这份规划，没有生效时再入库一次即可。");
        }
    }
}
