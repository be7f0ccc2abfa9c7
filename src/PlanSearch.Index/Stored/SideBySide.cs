using System.Runtime.ExceptionServices;

namespace PlanSearch.Index.Stored;

/// <summary>Work for all cores.</summary>
internal static class SideBySide
{
    /// <summary>Does some pieces of work.</summary>
    /// <param name="count">How many.</param>
    /// <param name="work">Does one, by its number.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static void Run(int count, Action<int> work, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
                work);
        }
        catch (AggregateException several)
        {
            // As if one thread had done it: what went wrong first.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
