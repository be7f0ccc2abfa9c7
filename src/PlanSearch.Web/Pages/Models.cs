using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Web.Pages;

/// <summary>What the search page shows: the request, and an answer or the reason why there is none.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer; null when there is a fault.</param>
/// <param name="Fault">The fault; null when there is an answer.</param>
public sealed record SearchModel(SearchRequest Request, SearchAnswer? Answer, RequestFault? Fault)
{
    /// <summary>What the records of the answer are; null when there is none.</summary>
    public RecordKinds? Kinds { get; init; }

    /// <summary>The longer words that the query's word is part of; null where there are none to look for.</summary>
    public LongerWords? Longer { get; init; }

    /// <summary>What is not counted, where it is to be shown.</summary>
    public AsideAnswer? Aside { get; init; }

    /// <summary>The plans whose title the query is.</summary>
    public ImmutableArray<PlanSummary> Titled { get; init; } = [];
}

/// <summary>What 逐处 shows.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer; null when there is a fault.</param>
/// <param name="Fault">The fault; null when there is an answer.</param>
public sealed record MentionsModel(SearchRequest Request, MentionsAnswer? Answer, RequestFault? Fault)
{
    /// <summary>Mentions a page, unless another number is asked for.</summary>
    public const int UsualSize = 50;

    /// <summary>The numbers a page may have that are offered.</summary>
    public static ImmutableArray<int> Sizes { get; } = [UsualSize, 100];

    /// <summary>The facets of the answer.</summary>
    public ImmutableArray<Facet> Facets { get; init; } = [];

    /// <summary>The plans of the page, each with its mentions of the whole answer.</summary>
    public ImmutableArray<MentioningPlan> Plans { get; init; } = [];

    /// <summary>What stands next to the mentions; null where they are too many to look at.</summary>
    public NeighbourAnswer? Neighbours { get; init; }

    /// <summary>The words around the mentions, in their place; null where they are not asked for.</summary>
    public WordCompany? Company { get; init; }

    /// <summary>Where in their plans the mentions stand; null when there is no answer.</summary>
    public SpreadAnswer? Spread { get; init; }
}

/// <summary>What the reading page shows.</summary>
/// <param name="Request">The request whose query is marked.</param>
/// <param name="Reading">The plan.</param>
/// <param name="Fault">Why nothing is marked, when the query cannot be read; else null.</param>
public sealed record ReadingModel(SearchRequest Request, PlanReading Reading, RequestFault? Fault)
{
    /// <summary>The block whose citation stands below it; null for none.</summary>
    public CiteModel? Cited { get; init; }
}

/// <summary>What the page of a fault shows.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Fault">The fault.</param>
public sealed record FaultModel(int Status, RequestFault Fault);
