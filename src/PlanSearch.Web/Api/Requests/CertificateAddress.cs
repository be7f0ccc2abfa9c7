using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Citations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>Where the full certificate of an answer is, read as the answer was.</summary>
internal static class CertificateAddress
{
    private static readonly KeyValuePair<string, string?>[] Exactly = [new("exact", "true")];

    private static IEnumerable<KeyValuePair<string, string?>> OfQuestion(Certificate certificate) => certificate.Question is { } question
        ? RequestParameters.OfQuestion(
            new SearchRequest { Query = certificate.Query, WordsOff = question.Off, WithPlaces = question.Places })
        : [];

    /// <summary>The address, relative to the site's root.</summary>
    public static string Of(Certificate certificate)
    {
        IEnumerable<KeyValuePair<string, string?>> asked = [AddressQuery.Of(
            certificate.Query), new("mode", certificate.Mode), .. certificate.Exact ? Exactly : [], .. OfQuestion(certificate)];
        return "/api/v1/certificate"
            + QueryString.Create(
                asked.Concat(
                    certificate.Filters.SelectMany(
                        filter => filter.Value, (filter, value) => new KeyValuePair<string, string?>(filter.Key, value))));
    }
}
