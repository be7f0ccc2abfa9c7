using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>
/// Cuts the lists of an answer that grow with the collection down to their beginnings, and says how many there are and where all of them
/// are.
/// </summary>
/// <param name="links">Says the addresses.</param>
internal sealed class ShortLists(PublicLinks links)
{
    /// <summary>Plans and files of each list.</summary>
    public const int MostNamed = 20;

    /// <summary>Values of a facet; those that are chosen are listed besides.</summary>
    public const int MostValues = 200;

    /// <summary>A tree with more values is listed down to the level that has no more.</summary>
    public const int MostTreeValues = 40;

    public const string AbsentPath = "/api/v1/absent";
    public const string FacetsPath = "/api/v1/facets";
    private const string CertificatePath = "/api/v1/certificate";

    public SearchAnswer Of(SearchAnswer answer, SearchRequest request)
    {
        var query = RequestParameters.QueryOf(request with { Cursor = null });
        return answer with
        {
            Certificate = Of(answer.Certificate, query),
            Absent = Of(answer.Absent, query),
            Facets = [.. answer.Facets.Select(facet => Of(facet, query))],
        };
    }

    public MentionsAnswer Of(MentionsAnswer answer, SearchRequest request) =>
        answer with { Certificate = Of(answer.Certificate, request) };

    public CollocatesAnswer Of(CollocatesAnswer answer, SearchRequest request) =>
        answer with { Certificate = Of(answer.Certificate, request) };

    private Certificate Of(Certificate certificate, SearchRequest request) =>
        Of(certificate, RequestParameters.QueryOf(request with { Cursor = null }));

    private Certificate Of(Certificate certificate, string query) =>
        certificate.NotSearched.Length <= MostNamed && certificate.Partial.Length <= MostNamed
            ? certificate
            : certificate with
            {
                NotSearched = First(certificate.NotSearched),
                NotSearchedTotal = certificate.NotSearched.Length,
                Partial = First(certificate.Partial),
                PartialTotal = certificate.Partial.Length,
                Rest = links.To(CertificatePath + query),
            };

    private AbsenceList Of(AbsenceList absent, string query)
    {
        var isWhole = absent.NotMentioned.Length <= MostNamed && absent.Undecidable.Length <= MostNamed && absent.NotSearched.IsEmpty;
        return isWhole
            ? absent
            : absent with
            {
                NotMentioned = First(absent.NotMentioned),
                Undecidable = First(absent.Undecidable),
                // The certificate beside it names them.
                NotSearched = [],
                Rest = links.To(AbsentPath + query),
            };
    }

    private Facet Of(Facet facet, string query)
    {
        var listed = Listed(facet.Values);
        return listed.Length == facet.Values.Length
            ? facet
            : facet with { Values = listed, Rest = links.To($"{FacetsPath}/{Uri.EscapeDataString(facet.Name)}{query}") };
    }

    // What is chosen is always there, with the values above it: a choice can always be taken back.
    private static ImmutableArray<FacetValue> Listed(ImmutableArray<FacetValue> values)
    {
        var deepest = DeepestListed(values);
        var chosen = values.Where(value => value.State != "none").Select(value => value.Value).ToList();
        var left = MostValues;
        return
        [
            .. values.Where(value =>
                (value.Depth <= deepest && left-- > 0)
                || chosen.Exists(other => other == value.Value || other.StartsWith(value.Value + "/", StringComparison.Ordinal))),
        ];
    }

    private static int DeepestListed(ImmutableArray<FacetValue> values)
    {
        var deepest = values.IsEmpty ? 0 : values.Max(value => value.Depth);
        while (deepest > 0 && values.Count(value => value.Depth <= deepest) > MostTreeValues)
        {
            deepest--;
        }

        return deepest;
    }

    private static ImmutableArray<T> First<T>(ImmutableArray<T> all) => all.Length <= MostNamed ? all : all[..MostNamed];
}
