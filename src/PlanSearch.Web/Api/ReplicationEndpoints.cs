using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Json;
using PlanSearch.Answers.Replication;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/certificate</c> and <c>/api/v1/replicate</c>: what is published with a count, and the count made again.</summary>
internal static class ReplicationEndpoints
{
    public static void MapReplication(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/certificate", Certificate)
            .WithTags("Search").WithName("Certificate")
            .WithSummary("The certificate of a search with everything by which it can be compared later.")
            .WithDescription(
                "The parameters of a search. A digest of every plan of the collection with the mentions counted in it, the words of its "
                + "topics, and the program's version: keep it with the numbers you publish.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapPost("/replicate", Replicate)
            .WithTags("Search").WithName("Replicate")
            .WithSummary("Make the search of a certificate again, and say what differs and why.")
            .WithDescription("The body is a certificate as /certificate gives it, or any answer of this API that holds one. Differences "
                + "come by cause: texts, metadata, rules, topics, program.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    internal static Results<Ok<FullCertificate>, ProblemHttpResult> Certificate(
        [AsParameters] SearchParameters parameters, ReadingSession session, CancellationToken cancellationToken) =>
        parameters.ToRequest().Then(request => FullCertificateMaker.Make(session.Reader, request, cancellationToken)).ToResult();

    // Whatever else an answer holds beside its certificate is not looked at.
    internal static Results<Ok<ReplicationReport>, ProblemHttpResult> Replicate(
        FullCertificate body, ReadingSession session, CancellationToken cancellationToken) =>
        CertificateFile.Whole(body)
            .Then<ReplicationReport>(certificate => CertificateComparison.Replicate(session.Reader, certificate, cancellationToken))
            .ToResult();
}
