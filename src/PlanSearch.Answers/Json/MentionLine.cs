using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Mentions;

namespace PlanSearch.Answers.Json;

/// <summary>One mention as a line of NDJSON: a flat object of these members in this order. A column is a member here.</summary>
/// <param name="row">The mention.</param>
internal sealed class MentionLine(MentionRow row)
{
    /// <summary>Its lasting number, see <see cref="Answers.Citations.MentionId"/>.</summary>
    public string Id => row.Id;

    /// <summary>The plan's id.</summary>
    public string Plan => row.Plan;

    /// <summary>Its short title.</summary>
    public string PlanTitle => row.PlanTitle;

    /// <summary>Its region, names joined by "/"; empty when unknown.</summary>
    public string Region => row.Region;

    /// <summary>The headings as printed, outermost first.</summary>
    public ImmutableArray<string> Path => row.Place.Path;

    /// <summary>1-based ordinal of the 专栏 in the file, or null.</summary>
    public int? Box => row.Place.Box;

    /// <summary>Its label and title, or null.</summary>
    public string? BoxLabel => row.Place.BoxLabel;

    /// <summary>1-based ordinal of the entry in the 专栏, or null.</summary>
    public int? Entry => row.Place.Entry;

    /// <summary>Kind of block.</summary>
    public string Kind => row.Place.Kind;

    /// <summary>1-based ordinal of the paragraph in its section, or null.</summary>
    public int? Paragraph => row.Place.Paragraph;

    /// <summary>The page, where the source has pages.</summary>
    public int? Page => row.Place.Page;

    /// <summary>1-based source line of the mention's first character.</summary>
    public int Line => row.Place.Line;

    /// <summary>UTF-16 offset from the block's start.</summary>
    public int Offset => row.Offset;

    /// <summary>What is before it in its block and cell, as far as a line shows.</summary>
    public string Left => row.Left;

    /// <summary>The mention as the source prints it.</summary>
    public string Hit => row.Hit;

    /// <summary>What is after it in its block and cell, as far as a line shows.</summary>
    public string Right => row.Right;

    /// <summary>The sentence it is in, whole.</summary>
    public string Sentence => row.Sentence;

    /// <summary>The part of the query it is, where the query has several.</summary>
    public string? Member => row.Member;

    /// <summary>In the style of official writing.</summary>
    public string Citation => row.Citation;

    /// <summary>Where it is read, relative to the site's root.</summary>
    public string Permalink => row.Permalink;

    /// <summary>See <see cref="MentionRow.SectionsInDoubt"/>.</summary>
    public bool SectionsInDoubt => row.SectionsInDoubt;
}

/// <summary>The last line of an export that came to its end.</summary>
/// <param name="Certificate">The proof; an export without it is not whole.</param>
public sealed record CertificateLine(Certificate Certificate);
