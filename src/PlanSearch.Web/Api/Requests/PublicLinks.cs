using PlanSearch.Answers.Clips;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Answers.Similar;

namespace PlanSearch.Web.Api.Requests;

/// <summary>Makes the addresses in answers absolute, where the owner has said by which address people know the site.</summary>
/// <param name="publicUrl">Without "/" at its end; empty leaves addresses relative to the site's root.</param>
internal sealed class PublicLinks(string publicUrl)
{
    private bool IsAbsolute => publicUrl.Length > 0;

    /// <summary>The links of a file: it leaves the site, so what nobody has said is taken from the address it was asked at.</summary>
    public PublicLinks OfFile(HttpRequest request) =>
        IsAbsolute || !request.Host.HasValue ? this : new PublicLinks($"{request.Scheme}://{request.Host}{request.PathBase}");

    /// <summary>An address relative to the site's root, as it is said outside.</summary>
    public string To(string address) => publicUrl + address;

    public SearchAnswer In(SearchAnswer answer) => IsAbsolute ? answer with { Hits = [.. answer.Hits.Select(In)] } : answer;

    public SimilarSections In(SimilarSections similar) => IsAbsolute ? similar with { Hits = [.. similar.Hits.Select(In)] } : similar;

    public MentionsAnswer In(MentionsAnswer answer) => IsAbsolute ? answer with { Mentions = [.. answer.Mentions.Select(In)] } : answer;

    /// <summary>The same rows, changed as they are made; the caller disposes of those of <paramref name="mentions"/>.</summary>
    public MentionStream In(MentionStream mentions) => IsAbsolute ? mentions with { Rows = mentions.Rows.Select(In) } : mentions;

    public ClipsAnswer In(ClipsAnswer answer) => IsAbsolute
        ? answer with
        {
            Excerpts = [.. answer.Excerpts.Select(
            excerpt => excerpt.Permalink.Length > 0 ? excerpt with { Permalink = publicUrl + excerpt.Permalink } : excerpt)]
        }
        : answer;

    private RecordHit In(RecordHit hit) => hit with { Permalink = publicUrl + hit.Permalink };

    private MentionRow In(MentionRow row) => row with { Permalink = publicUrl + row.Permalink };
}
