namespace PlanSearch.Web.Api.Requests;

/// <summary>Writes an answer as a file; <paramref name="output"/> stays open.</summary>
internal delegate Task FileWriter(Stream output, CancellationToken cancellationToken);
