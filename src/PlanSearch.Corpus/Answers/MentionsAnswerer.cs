using System.Collections.Immutable;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Answers;

/// <summary>The order of mentions one by one (逐处). Every order is total and stable.</summary>
public enum MentionOrder
{
    /// <summary>By plan in division order, then as the plan reads.</summary>
    Document,

    /// <summary>By what stands before, read backwards from the mention.</summary>
    Left,

    /// <summary>By what stands after.</summary>
    Right,
}

/// <summary>Inquiry -> one page of mentions.</summary>
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
        var (offset, fault) = PageCursor.Read(inquiry.View.Snapshot, list, request, certificate.Listed);
        if (fault is not null)
        {
            return fault;
        }

        var ordered = order == MentionOrder.Document
            ? MentionRows.From(inquiry, offset)
            : MentionRows.Of(inquiry, KwicSort.Sorted(inquiry, order).Skip((int)offset));
        var rows = ImmutableArray.CreateRange(ordered.Take(request.Size));
        var end = offset + rows.Length;
        return new MentionsAnswer(
            certificate, rows, end < certificate.Listed ? PageCursor.Write(inquiry.View.Snapshot, list, request, end) : null);
    }
}
