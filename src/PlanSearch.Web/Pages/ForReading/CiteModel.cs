using System.Collections.Immutable;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Clips;
using PlanSearch.Answers.ForReading;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.ForReading;

/// <summary>What the citation of a block shows; a script of the page takes the same as JSON.</summary>
public sealed record CiteModel
{
    /// <summary>Says nothing yet.</summary>
    public static CiteModel Blank { get; } =
        new() { Quoted = "", Official = "", Short = "", Reference = "", Address = "", Pick = "", Search = "", Similar = "" };

    /// <summary>Words that a reader selected, with the citation; null where the whole block is cited.</summary>
    public required string? Quoted { get; init; }

    /// <summary>In the style of official writing.</summary>
    public required string Official { get; init; }

    /// <summary>With the short title.</summary>
    public required string Short { get; init; }

    /// <summary>After GB/T 7714.</summary>
    public required string Reference { get; init; }

    /// <summary>The permalink of the block; empty in <see cref="Blank"/>.</summary>
    public required string Address { get; init; }

    /// <summary>What puts it into the folder.</summary>
    public required string Pick { get; init; }

    /// <summary>The search it was found by, for the folder; empty for none.</summary>
    public required string Search { get; init; }

    /// <summary>Where its 相关内容 is.</summary>
    public required string Similar { get; init; }

    internal static CiteModel Of(PlanReading reading, SearchRequest request, string anchor, CitationSet citations, SiteLinks links)
    {
        // Words that are asked for exactly as they are were selected by a reader: of them the first place counts.
        var quote = request is { Exact: true, Mode: QueryMode.Literal, Query: { Length: > 0 } words } ? words : null;
        var marks = reading.Blocks.FirstOrDefault(block => block.Anchor == anchor)?.Marks ?? [];
        ImmutableArray<TextRange> hits = quote is null ? marks : [.. marks.Take(1)];
        return new CiteModel
        {
            Quoted = quote is null ? null : $"“{quote}”（{citations.Official}）",
            Official = citations.Official,
            Short = citations.Short,
            Reference = citations.Reference,
            Address = links.Permalink(reading.Plan.Id, request, anchor),
            Pick = ClipPick.Write(reading.Plan.Id, anchor, hits),
            Similar = links.Similar(reading.Plan.Id, anchor),
            Search = quote is null && !hits.IsEmpty ? SiteLinks.MarkedBy(request) : "",
        };
    }
}
