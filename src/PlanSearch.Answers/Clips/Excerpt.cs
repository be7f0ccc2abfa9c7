using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Texts;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Clips;

/// <summary>An excerpt as the plans of this generation have it, or what has become of it.</summary>
public sealed record Excerpt
{
    /// <summary>Its place in the folder, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// found; changed: the plan is there, the words no longer are in it as they were picked; gone: the plan is no longer there.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The id of the plan it was picked in, whether that is still there or not.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan's short title; its id when it is gone.</summary>
    public required string PlanTitle { get; init; }

    /// <summary>The plan's region, names joined by "/"; empty when unknown.</summary>
    public required string Region { get; init; }

    /// <summary>方面; empty for none.</summary>
    public required string Aspect { get; init; }

    /// <summary>sentence, block or entry.</summary>
    public required string Context { get; init; }

    /// <summary>How what was picked begins.</summary>
    public required string Words { get; init; }

    /// <summary>The text exactly as the plan has it: blocks parted by LF, cells by TAB; empty unless found.</summary>
    public required string Text { get; init; }

    /// <summary>What was picked, as [start, length] in UTF-16 code units of <see cref="Text"/>, rising.</summary>
    public required ImmutableArray<ImmutableArray<int>> Marks { get; init; }

    /// <summary>
    /// The mentions of its search in <see cref="Text"/>, all of them, picked or not, as [start, length], rising; empty when it was picked
    /// while reading.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> Mentions { get; init; } = [];

    /// <summary>What is shown as marked: what was picked and the mentions; rising, not overlapping.</summary>
    [JsonIgnore]
    public ImmutableArray<TextRange> Marked => MarkedRanges.Of(Marks.Concat(Mentions).Select(mark => new TextRange(mark[0], mark[1])));

    /// <summary>What its reader notes; empty for nothing.</summary>
    public required string Note { get; init; }

    /// <summary>
    /// Where it is, in the style of official writing; of a text that changed the plan alone, of a plan that is gone nothing.
    /// </summary>
    public required string Citation { get; init; }

    /// <summary>The same in each style; null unless found.</summary>
    public CitationSet? Citations { get; init; }

    /// <summary>章节待核: the headings of its plan are in doubt, and the citation names none.</summary>
    public bool SectionsInDoubt { get; init; }

    /// <summary>Where it is; null unless found.</summary>
    public Place? Place { get; init; }

    /// <summary>Where it is read, relative to the site's root; of a text that changed the plan, of a plan that is gone empty.</summary>
    public required string Permalink { get; init; }

    /// <summary>The search that found it, by its index among those of the answer; null when it was picked while reading.</summary>
    public int? Search { get; init; }

    /// <summary>What <see cref="Status"/> says of an excerpt that is there.</summary>
    public const string Found = "found";

    /// <summary>What it says where the text is no longer what it was.</summary>
    public const string Changed = "changed";

    /// <summary>What it says where the plan is no longer there.</summary>
    public const string Gone = "gone";

    /// <summary>Its place in the plan as it is cited, without the plan's title; empty unless found.</summary>
    internal string InPlan { get; init; } = "";

    /// <summary>What its text is made of; empty unless found.</summary>
    internal ImmutableArray<ExcerptPart> Parts { get; init; } = [];

    /// <summary>Whether there is a text.</summary>
    internal bool IsFound => Status == Found;

    /// <summary>What is in place of a text that is not there.</summary>
    internal string Absence => Status == Gone
        ? $"〔第{Number}条“{Words}”：规划 {Plan} 已不在库中，未摘录〕"
        : $"〔第{Number}条“{Words}”：原文已更改或删去，未摘录〕";
}

/// <summary>A folder answered: its excerpts in their order, and the proof of the searches they come from.</summary>
public sealed record ClipsAnswer
{
    /// <summary>What the folder is called; empty for no name.</summary>
    public required string Title { get; init; }

    /// <summary>The excerpts, as many as the folder has, in its order.</summary>
    public required ImmutableArray<Excerpt> Excerpts { get; init; }

    /// <summary>How many of them were found.</summary>
    public required int Found { get; init; }

    /// <summary>How many plans those are in.</summary>
    public required int Plans { get; init; }

    /// <summary>How many mentions of their searches they show, each counted once.</summary>
    public required int Mentions { get; init; }

    /// <summary>The searches they come from, each with its certificate over today's plans.</summary>
    public required ImmutableArray<ClipSearch> Searches { get; init; }

    /// <summary>The generation that answered.</summary>
    public required long Generation { get; init; }

    /// <summary>See <see cref="Certificate.Digest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>See <see cref="Certificate.Versions"/>.</summary>
    public required ImmutableSortedDictionary<string, string> Versions { get; init; }

    /// <summary>When the answer was made, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The folder as a word of an address (<c>clips=</c>); null where it is too long for one.</summary>
    public string? Link { get; init; }
}

/// <summary>A search of a folder.</summary>
/// <param name="Query">As it was typed.</param>
/// <param name="Certificate">Its proof; null when it can no longer be answered.</param>
/// <param name="Fault">Why it cannot; null when it was.</param>
public sealed record ClipSearch(string Query, Certificate? Certificate, RequestFault? Fault)
{
    /// <summary>
    /// How many of its mentions the excerpts that it found show, each counted once: what the folder holds of those the certificate counts.
    /// </summary>
    public int Excerpted { get; init; }
}
