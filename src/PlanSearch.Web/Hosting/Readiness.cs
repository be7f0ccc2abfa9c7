using PlanSearch.Corpus;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Index;

namespace PlanSearch.Web.Hosting;

/// <summary>Whether an index is open, for those who must answer also when none is.</summary>
internal sealed class Readiness(IServiceProvider services)
{
    /// <summary>What is loaded; null while nothing is. A failed opening is tried again with the next call: the container keeps only a corpus that is open.</summary>
    public CorpusStatus? Status => Corpus?.Status;

    private PlanCorpus? Corpus
    {
        get
        {
            try
            {
                return services.GetService<PlanCorpus>();
            }
            catch (Exception fault) when (fault is IndexMissingException or IOException)
            {
                return null;
            }
        }
    }

    /// <summary>A plan of what is loaded; null when it is not there.</summary>
    public PlanSummary? PlanOf(string id) => Corpus?.Plans.FirstOrDefault(plan => plan.Id == id);
}
