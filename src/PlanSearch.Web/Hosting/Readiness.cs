using PlanSearch.Corpus;
using PlanSearch.Corpus.Index;

namespace PlanSearch.Web.Hosting;

/// <summary>Whether an index is open, for those who must answer also when none is.</summary>
internal sealed class Readiness(IServiceProvider services)
{
    /// <summary>What is loaded; null while nothing is. A failed opening is tried again with the next call: the container keeps only a corpus that is open.</summary>
    public CorpusStatus? Status
    {
        get
        {
            try
            {
                return services.GetService<PlanCorpus>()?.Status;
            }
            catch (Exception fault) when (fault is IndexMissingException or IOException)
            {
                return null;
            }
        }
    }
}
