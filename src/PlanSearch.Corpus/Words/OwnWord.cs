namespace PlanSearch.Corpus.Words;

/// <summary>A word that a collection has of its own.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Plans">In how many plans a name has it; a plan with several such names counts for each.</param>
internal sealed record OwnWord(string Text, int Plans);
