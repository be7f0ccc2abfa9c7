using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>The swaps of one change that have been made: all of them stay, or none.</summary>
internal sealed class MadeSwaps : IDisposable
{
    private readonly List<FileSwap> _made = [];

    /// <summary>
    /// Makes them; the reason when the folder does not let us, and then those made so far are put back by <see cref="Dispose"/>.
    /// </summary>
    public RequestFault? Make(IEnumerable<FileSwap> swaps)
    {
        try
        {
            foreach (var swap in swaps)
            {
                _made.Add(swap);
            }

            return null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return DiskFault.OfFolder(refusal);
        }
    }

    /// <summary>All of them stay.</summary>
    public void Keep() => _made.ForEach(swap => swap.Keep());

    /// <summary>The last one first; what one cannot put back keeps none of the others from it.</summary>
    /// <exception cref="IOException">Some could not be put back; each message names the file and where its former content is.</exception>
    public void Dispose()
    {
        var lost = new List<string>();
        for (var i = _made.Count - 1; i >= 0; i--)
        {
            try
            {
                _made[i].Dispose();
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                lost.Add(refusal.Message);
            }
        }

        _made.Clear();
        if (lost.Count > 0)
        {
            throw new IOException(string.Join(Environment.NewLine, lost));
        }
    }
}
