namespace PlanSearch.OpenSearch.Client;

/// <summary>For how long something is tried again, which begins now: the pauses between grow.</summary>
/// <param name="options">How long that is.</param>
internal sealed class Patience(ClusterOptions options)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly long _started = options.Time.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether more time has gone by than it may be tried again for; the try that is running is not cut off.</summary>
    public bool IsOver => options.Time.GetElapsedTime(_started) > options.Patience;

    /// <summary>Comes back when it may be tried again.</summary>
    public void Pause(CancellationToken cancellationToken)
    {
        cancellationToken.WaitHandle.WaitOne(_next);
        cancellationToken.ThrowIfCancellationRequested();
        _next = _next * 2 < Longest ? _next * 2 : Longest;
    }
}
