using System.Globalization;
using System.Text;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Corpus.Citations;

/// <summary>Addresses of places in plans, relative to the site's root; they survive an ingest because anchors are made from the text.</summary>
public static class PlanPermalink
{
    /// <summary><c>/plans/{id}</c>: where a plan is read from its beginning.</summary>
    public static string ToPlan(string planId) => "/plans/" + Uri.EscapeDataString(planId);

    /// <summary><c>/plans/{id}?q=…#anchor.offset</c>: where a plan is read with the query's mentions marked.</summary>
    /// <param name="planId">The plan; any characters.</param>
    /// <param name="request">The query and how it is read; filters are left out, the reading page shows the plan whole.</param>
    /// <param name="anchor">The block's anchor.</param>
    /// <param name="offset">UTF-16 offset of the mention in the block; null for the block.</param>
    public static string To(string planId, SearchRequest request, string anchor, int? offset)
    {
        var link = new StringBuilder(ToPlan(planId));
        if (request.Query.Length > 0)
        {
            link.Append("?q=").Append(Uri.EscapeDataString(request.Query));
            link.Append(request.Mode switch { QueryMode.Literal => "&mode=literal", QueryMode.Expression => "&mode=expression", _ => "" });
            link.Append(request.Exact ? "&exact=true" : "");
        }

        link.Append('#').Append(Uri.EscapeDataString(anchor));
        return offset is { } at ? link.Append('.').Append(at.ToString(CultureInfo.InvariantCulture)).ToString() : link.ToString();
    }
}
