namespace PlanSearch.Corpus.Words;

/// <summary>A word that a collection has of its own.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Plans">In how many plans some name has it.</param>
internal sealed record OwnWord(string Text, int Plans);
