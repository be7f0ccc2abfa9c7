using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Mentions;

namespace PlanSearch.Answers.Json;

/// <summary>One mention as a line of NDJSON: a flat object.</summary>
/// <param name="Id">Its lasting number, see <see cref="Answers.Citations.MentionId"/>.</param>
/// <param name="Plan">The plan's id.</param>
/// <param name="PlanTitle">Its short title.</param>
/// <param name="Region">Its region, names joined by "/"; empty when unknown.</param>
/// <param name="Path">The headings as printed, outermost first.</param>
/// <param name="Box">1-based ordinal of the 专栏 in the file, or null.</param>
/// <param name="BoxLabel">Its label and title, or null.</param>
/// <param name="Entry">1-based ordinal of the entry in the 专栏, or null.</param>
/// <param name="Kind">Kind of block.</param>
/// <param name="Paragraph">1-based ordinal of the paragraph in its section, or null.</param>
/// <param name="Page">The page, where the source has pages.</param>
/// <param name="Line">1-based source line of the mention's first character.</param>
/// <param name="Offset">UTF-16 offset from the block's start.</param>
/// <param name="Left">What stands before it.</param>
/// <param name="Hit">The mention.</param>
/// <param name="Right">What stands after it.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Member">The part of the query it is, where the query has several.</param>
/// <param name="Citation">In the style of official writing.</param>
/// <param name="Permalink">Where it is read, relative to the site's root.</param>
/// <param name="SectionsInDoubt">See <see cref="MentionRow.SectionsInDoubt"/>.</param>
public sealed record MentionLine(
    string Id,
    string Plan,
    string PlanTitle,
    string Region,
    ImmutableArray<string> Path,
    int? Box,
    string? BoxLabel,
    int? Entry,
    string Kind,
    int? Paragraph,
    int? Page,
    int Line,
    int Offset,
    string Left,
    string Hit,
    string Right,
    string Sentence,
    string? Member,
    string Citation,
    string Permalink,
    bool SectionsInDoubt)
{
    /// <summary>The line of a row.</summary>
    public static MentionLine Of(MentionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var place = row.Place;
        return new MentionLine(
            row.Id,
            row.Plan,
            row.PlanTitle,
            row.Region,
            place.Path,
            place.Box,
            place.BoxLabel,
            place.Entry,
            place.Kind,
            place.Paragraph,
            place.Page,
            place.Line,
            row.Offset, row.Left, row.Hit, row.Right, row.Sentence, row.Member, row.Citation, row.Permalink, row.SectionsInDoubt);
    }
}

/// <summary>The last line of an export that came to its end.</summary>
/// <param name="Certificate">The proof; an export without it is not whole.</param>
public sealed record CertificateLine(Certificate Certificate);
