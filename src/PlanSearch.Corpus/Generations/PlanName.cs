namespace PlanSearch.Corpus.Generations;

/// <summary>A plan as it is named in a list of an answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ShortTitle">The short title for lists.</param>
/// <param name="Region">Names from the province down, joined by "/"; empty when unknown.</param>
/// <param name="Level">See <see cref="PlanSummary.Level"/>.</param>
/// <param name="Period">See <see cref="PlanSummary.Period"/>.</param>
public sealed record PlanName(string Id, string ShortTitle, string Region, string Level, string Period);
