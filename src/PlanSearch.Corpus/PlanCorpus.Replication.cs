using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Replication;

namespace PlanSearch.Corpus;

/// <content>Counts that others can make again.</content>
public sealed partial class PlanCorpus
{
    /// <summary>The certificate of a search with a digest of every plan: what is published with a count.</summary>
    public Outcome<FullCertificate> Certify(SearchRequest request, CancellationToken cancellationToken) =>
        WithInquiry<FullCertificate>(request with { Sample = null }, inquiry => FullCertificateMaker.Make(inquiry, _options.Time.GetUtcNow()), cancellationToken);

    /// <summary>Makes the search of a certificate again, in the same mode and under the same filters, and says what differs and why.</summary>
    public ReplicationReport Replicate(FullCertificate certificate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return CertificateComparison.Of(certificate, Certify(RequestOf(certificate.Certificate), cancellationToken), Vocabulary.Topics);
    }

    private static SearchRequest RequestOf(Certificate certificate) => new()
    {
        Query = certificate.Query,
        Mode = certificate.Mode == "literal" ? QueryMode.Literal : QueryMode.Expression,
        Exact = certificate.Exact,
        Filters = certificate.Filters.ToImmutableSortedDictionary(filter => filter.Key, filter => new FacetSelection(
            [.. filter.Value.Where(value => !IsExcluded(value))], [.. filter.Value.Where(IsExcluded).Select(value => value[1..])])),
    };

    private static bool IsExcluded(string value) => value.Length > 1 && value[0] == '-';
}
