using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Hosting;

/// <summary>Whether an index is open, for those who must answer also when none is.</summary>
internal sealed class Readiness(IServiceProvider services)
{
    /// <summary>
    /// What is loaded; null while nothing is. A failed opening is tried again with the next call: the container keeps only a collection
    /// that is open.
    /// </summary>
    public CorpusStatus? Status => Reader?.Status;

    /// <summary>The code of the reason why it should not be asked; null when it may.</summary>
    public string? Reason => Reader is not { } reader ? FaultKinds.IndexMissing
        : reader.Scope is null ? services.GetRequiredService<PlanUpkeep>().Folders.FaultOf(reader)?.Code
        : null;

    private CollectionReader? Reader
    {
        get
        {
            try
            {
                return services.GetRequiredService<ReadingSession>().Reader;
            }
            catch (Exception fault) when (fault is IndexMissingException or IOException)
            {
                return null;
            }
        }
    }

    /// <summary>A plan of what is loaded; null when it is not there.</summary>
    public PlanSummary? PlanOf(string id) => Reader?.Plans.FirstOrDefault(plan => plan.Id == id);
}
