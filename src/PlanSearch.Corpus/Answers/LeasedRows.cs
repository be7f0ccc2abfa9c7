using System.Collections;

namespace PlanSearch.Corpus.Answers;

/// <summary>The rows of a stream, with the generation they are made from: it stays open until they are enumerated or let go.</summary>
/// <remarks>Rows that are forgotten keep it open until they are collected: the files' own handles close them then.</remarks>
internal sealed class LeasedRows : IEnumerable<MentionRow>, IDisposable
{
    private readonly Inquiry _inquiry;
    private readonly Func<bool> _isClosed;
    private readonly CancellationToken _cancellationToken;
    private int _isEnumerated;
    private int _isReleased;

    /// <param name="inquiry">What is streamed; its view is in use by the caller.</param>
    /// <param name="isClosed">Whether the corpus has been closed, which ends the stream.</param>
    /// <param name="cancellationToken">Ends it too.</param>
    public LeasedRows(Inquiry inquiry, Func<bool> isClosed, CancellationToken cancellationToken)
    {
        (_inquiry, _isClosed, _cancellationToken) = (inquiry, isClosed, cancellationToken);
        inquiry.View.TryUse();
    }

    /// <exception cref="InvalidOperationException">They have been enumerated before, or let go.</exception>
    public IEnumerator<MentionRow> GetEnumerator()
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) != 0)
        {
            throw new InvalidOperationException("The rows of a stream are enumerable once.");
        }

        return Rows();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the generation; not while the rows are being enumerated.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) == 0)
        {
            Release();
        }
    }

    private IEnumerator<MentionRow> Rows()
    {
        try
        {
            foreach (var row in MentionRows.From(_inquiry, 0, _cancellationToken))
            {
                ObjectDisposedException.ThrowIf(_isClosed(), typeof(PlanCorpus));
                yield return row;
            }
        }
        finally
        {
            Release();
        }
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
        {
            _inquiry.View.Release();
        }
    }
}
