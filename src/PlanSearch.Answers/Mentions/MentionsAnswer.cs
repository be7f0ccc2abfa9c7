using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Answers.Mentions;

/// <summary>One page of mentions, one by one (逐处).</summary>
/// <param name="Certificate">The proof.</param>
/// <param name="Mentions">The mentions of this page, in document order.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record MentionsAnswer(Certificate Certificate, ImmutableArray<MentionRow> Mentions, string? Next);

/// <summary>How much of an answer is in one plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Mentions">All of them, on whatever page.</param>
public sealed record MentioningPlan(PlanSummary Plan, int Mentions);

/// <summary>One mention (处) in its line, as it is listed and exported.</summary>
public sealed record MentionRow
{
    /// <summary>Its lasting number, see <see cref="Answers.Citations.MentionId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The plan's id.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan's short title.</summary>
    public required string PlanTitle { get; init; }

    /// <summary>The plan's region, names joined by "/"; empty when unknown.</summary>
    public required string Region { get; init; }

    /// <summary>Where in its plan it is: headings, box, paragraph, page, line.</summary>
    public required Place Place { get; init; }

    /// <summary>UTF-16 offset of the mention from its block's start.</summary>
    public required int Offset { get; init; }

    /// <summary>Up to <see cref="ContextLength"/> code units before it, of the same block and cell.</summary>
    public required string Left { get; init; }

    /// <summary>The mention as the source prints it.</summary>
    public required string Hit { get; init; }

    /// <summary>Up to <see cref="ContextLength"/> code units after it, of the same block and cell.</summary>
    public required string Right { get; init; }

    /// <summary>The sentence it is in, whole; it ends where its block or cell ends at the latest.</summary>
    public required string Sentence { get; init; }

    /// <summary>UTF-16 offset of the mention in <see cref="Sentence"/>.</summary>
    [JsonIgnore]
    public int HitInSentence { get; init; }

    /// <summary>The number of its block in the plan.</summary>
    [JsonIgnore]
    public int Block { get; init; }

    /// <summary>The whole row of a table that it occurs in, each cell with the name of its column; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Row { get; init; }

    /// <summary>Its place in the plan as it is cited, without the plan's title: 第四章第二节，专栏5第2项.</summary>
    public string InPlan { get; init; } = "";

    /// <summary>章节待核: the headings of its plan are in doubt; <see cref="Citation"/> and <see cref="InPlan"/> name none.</summary>
    public bool SectionsInDoubt { get; init; }

    /// <summary>Its citation in the style of official writing.</summary>
    public required string Citation { get; init; }

    /// <summary>Where it is read, relative to the site's root.</summary>
    public required string Permalink { get; init; }

    /// <summary>Which part of the query it is, when the query has several; else null.</summary>
    public string? Member { get; init; }

    /// <summary>How much context is on each side.</summary>
    public const int ContextLength = 40;
}
