using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.Frame;

/// <summary>What the page of a fault shows.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Fault">The fault.</param>
public sealed record FaultModel(int Status, RequestFault Fault);
