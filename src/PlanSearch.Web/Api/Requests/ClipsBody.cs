using System.Collections.Immutable;
using System.ComponentModel;

namespace PlanSearch.Web.Api.Requests;

/// <summary>The file of a folder, for the description of the API; <see cref="Answers.Clips.ClipFile"/> reads it.</summary>
internal sealed record ClipsBody
{
    [Description("plansearch-clips.")]
    public required string Format { get; init; }

    [Description("1.")]
    public required int Version { get; init; }

    [Description("What the folder is called; empty if absent.")]
    public string? Title { get; init; }

    [Description("The searches its excerpts come from.")]
    public required ImmutableArray<ClipsBodySearch> Searches { get; init; }

    [Description("The excerpts in their order.")]
    public required ImmutableArray<ClipsBodyClip> Clips { get; init; }
}

/// <summary>A search of the file.</summary>
internal sealed record ClipsBodySearch
{
    [Description("What was looked for.")]
    public required string Q { get; init; }

    [Description("literal, expression or words; auto if absent.")]
    public string? Mode { get; init; }

    [Description("Words of the question that were left out; for mode words only.")]
    public ImmutableArray<string>? Off { get; init; }

    [Description("Whether places and periods of the question stayed among its words; for mode words only; false if absent.")]
    public bool? Anywhere { get; init; }

    [Description("Whether code units were compared as they are; false if absent.")]
    public bool? Exact { get; init; }

    [Description("What it was narrowed to, by the name of the facet; a leading - excludes.")]
    public ImmutableDictionary<string, ImmutableArray<string>>? Filters { get; init; }
}

/// <summary>An excerpt of the file.</summary>
internal sealed record ClipsBodyClip
{
    [Description("The plan's id.")]
    public required string Plan { get; init; }

    [Description("The anchor of the block, as in its permalink.")]
    public required string Anchor { get; init; }

    [Description("What was picked, as [start, length] in UTF-16 code units of the block's text, rising; the block whole if absent.")]
    public ImmutableArray<ImmutableArray<int>>? Hits { get; init; }

    [Description("How what was picked begins, at most 24 UTF-16 code units; an excerpt whose text no longer begins so counts as changed.")]
    public required string Words { get; init; }

    [Description("sentence, block or entry.")]
    public required string Context { get; init; }

    [Description("Aspect; empty if absent.")]
    public string? Aspect { get; init; }

    [Description("Note; empty if absent.")]
    public string? Note { get; init; }

    [Description("Which of the searches found it, by its index; none if absent.")]
    public int? Search { get; init; }
}
