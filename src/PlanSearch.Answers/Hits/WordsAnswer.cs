using System.Collections.Immutable;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Ranking;
using PlanSearch.Answers.Words;

namespace PlanSearch.Answers.Hits;

/// <summary>An input answered as a question in plain words (相关检索): by its words, ranked, not all mentions of anything.</summary>
public sealed record WordsAnswer
{
    /// <summary>The words it is answered by, those switched off too; words of one term side by side.</summary>
    public required ImmutableArray<WordUse> Words { get; init; }

    /// <summary>Pieces of the input that occur nowhere, and that nothing else was found for.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>What was taken for misspelt, each with what was looked for in its place; a word that occurs never is.</summary>
    public required ImmutableArray<SpellingChange> Respelled { get; init; }

    /// <summary>Places and periods of the question, applied as filters.</summary>
    public required ImmutableArray<AppliedFilter> AppliedFilters { get; init; }

    /// <summary>The words that are on, as an expression: what was counted.</summary>
    public required string Query { get; init; }

    /// <summary>处 of the words that are on, overlapping ones once.</summary>
    public required long Mentions { get; init; }

    /// <summary>章节 with any of them.</summary>
    public required int Records { get; init; }

    /// <summary>部 with any of them.</summary>
    public required int Plans { get; init; }

    /// <summary>The best sections, at most ten; none where they are the hits of the whole answer.</summary>
    public required ImmutableArray<RecordHit> Hits { get; init; }
}

/// <summary>A word of a question.</summary>
/// <param name="Word">The word.</param>
/// <param name="Source">
/// question (it is in the input), spelling (what a misspelt part may have been meant as), part (of a word of the input that occurs
/// nowhere), paraphrase (what plans write for it) or topic (of the same topic set).
/// </param>
/// <param name="For">What it stands for, as the input says it.</param>
/// <param name="Weight">How much it weighs; a word of the input itself weighs 1.</param>
/// <param name="On">Whether it takes part.</param>
/// <param name="Mentions">处 of the word by itself, under the same filters.</param>
/// <param name="Records">章节.</param>
/// <param name="Plans">部.</param>
public sealed record WordUse(string Word, string Source, string For, double Weight, bool On, long Mentions, long Records, long Plans);

/// <summary>Which words of a question a section has.</summary>
/// <param name="Has">The words found in it, with how often.</param>
/// <param name="Lacks">What the question asks for, in its own words, that it has no word for.</param>
/// <param name="Shares">What its score is the sum of.</param>
public sealed record HitWords(ImmutableArray<FoundWord> Has, ImmutableArray<string> Lacks, ImmutableArray<ScoreShare> Shares)
{
    internal static HitWords Of(Question question, SectionScore score)
    {
        List<QuestionWord> words = [.. question.On];
        var asked = words.Select(word => word.Term).ToHashSet();
        return new HitWords(
            [.. score.Found.Select(found => new FoundWord(words[found.Word].Text, found.Count))],
            [.. question.Terms.Where((_, term) => asked.Contains(term) && !score.TermsFound[term])],
            score.Shares);
    }
}

/// <summary>A word with how often it was found; a longer word that holds it counts for both.</summary>
/// <param name="Word">The word.</param>
/// <param name="Count">How often.</param>
public sealed record FoundWord(string Word, int Count);
