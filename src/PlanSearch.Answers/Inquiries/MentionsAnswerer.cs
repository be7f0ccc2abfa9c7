using System.Collections.Immutable;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Inquiries;

/// <summary>Makes a page of mentions; by what is beside them only as many as may be sorted, else a fault.</summary>
internal static class MentionsAnswerer
{
    public static Outcome<MentionsAnswer> Answer(Inquiry inquiry, MentionOrder order)
    {
        var (request, certificate) = (inquiry.Request, inquiry.Certificate);
        if (order != MentionOrder.Document && KwicSort.TooMany(certificate.Mentions) is { } tooMany)
        {
            return tooMany;
        }

        var list = order == MentionOrder.Document ? "mentions" : $"mentions by {order}";
        var (offset, fault) = PageCursor.Read(inquiry.Counted.View.Snapshot, list, request, certificate.Listed);
        if (fault is not null)
        {
            return fault;
        }

        var ordered = order == MentionOrder.Document
            ? MentionRows.From(inquiry.Counted, offset)
            : MentionRows.Of(inquiry.Counted, KwicSort.Sorted(inquiry.Counted, order).Skip((int)offset));
        var rows = ImmutableArray.CreateRange(ordered.Take(request.Size));
        var end = offset + rows.Length;
        return new MentionsAnswer(
            certificate, rows, end < certificate.Listed ? PageCursor.Write(inquiry.Counted.View.Snapshot, list, request, end) : null);
    }
}
