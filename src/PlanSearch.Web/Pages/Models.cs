using PlanSearch.Corpus.Answers;

namespace PlanSearch.Web.Pages;

/// <summary>What a page of results shows: the request, and an answer or the reason why there is none.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer; null when there is a fault.</param>
/// <param name="Fault">The fault; null when there is an answer.</param>
public sealed record AnswerModel<T>(SearchRequest Request, T? Answer, RequestFault? Fault)
    where T : class;

/// <summary>What the reading page shows.</summary>
/// <param name="Request">The request whose query is marked.</param>
/// <param name="Reading">The plan.</param>
/// <param name="Fault">Why nothing is marked, when the query cannot be read; else null.</param>
public sealed record ReadingModel(SearchRequest Request, PlanReading Reading, RequestFault? Fault);

/// <summary>What the page of a fault shows.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Fault">The fault.</param>
public sealed record FaultModel(int Status, RequestFault Fault);
