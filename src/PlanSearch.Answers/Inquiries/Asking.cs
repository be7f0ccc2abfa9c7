using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Inquiries;

/// <summary>How a generation is asked.</summary>
public static class Asking
{
    /// <summary>Reads a search; it is counted once some part of its answer needs that.</summary>
    /// <param name="reader">The generation.</param>
    /// <param name="request">
    /// The search. A cursor is of this generation, see <see cref="PlanCollection.Read(PlanScope?, string?)"/>.
    /// </param>
    /// <param name="cancellationToken">Ends whatever is made of it.</param>
    public static Outcome<Inquiry> Ask(this CollectionReader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        return Inquiry.Begin(reader, request, cancellationToken);
    }
}
