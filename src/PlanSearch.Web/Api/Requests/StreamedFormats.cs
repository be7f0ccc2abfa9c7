namespace PlanSearch.Web.Api.Requests;

/// <summary>The types an endpoint can stream its answer as, beside JSON.</summary>
/// <param name="ContentTypes">The types.</param>
internal sealed record StreamedFormats(IReadOnlyList<string> ContentTypes);
