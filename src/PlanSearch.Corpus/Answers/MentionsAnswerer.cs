using System.Collections.Immutable;

namespace PlanSearch.Corpus.Answers;

/// <summary>Inquiry -> one page of mentions.</summary>
internal static class MentionsAnswerer
{
    private const string List = "mentions";

    public static Outcome<MentionsAnswer> Answer(Inquiry inquiry, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var certificate = CertificateMaker.Make(inquiry, time);
        var (offset, fault) = PageCursor.Read(certificate.Generation, List, inquiry.Request, certificate.Listed);
        if (fault is not null)
        {
            return fault;
        }

        var rows = ImmutableArray.CreateRange(MentionRows.From(inquiry, offset, cancellationToken).Take(inquiry.Request.Size));
        var end = offset + rows.Length;
        return new MentionsAnswer(
            certificate, rows, end < certificate.Listed ? PageCursor.Write(certificate.Generation, List, inquiry.Request, end) : null);
    }
}
