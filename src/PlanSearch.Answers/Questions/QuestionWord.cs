namespace PlanSearch.Answers.Questions;

/// <summary>A word that a question is answered by.</summary>
/// <param name="Text">The word; it occurs in the collection.</param>
/// <param name="Source">Where it comes from: one of the names below.</param>
/// <param name="Weight">How much it weighs beside a word of the question itself, which has 1.</param>
/// <param name="Term">Which of <see cref="Question.Terms"/> it stands for.</param>
internal sealed record QuestionWord(string Text, string Source, double Weight, int Term)
{
    /// <summary>The question itself has it.</summary>
    public const string Own = "question";

    /// <summary>What a word of the question that occurs nowhere may have been meant as.</summary>
    public const string Spelling = "spelling";

    /// <summary>A part of a word of the question that occurs nowhere.</summary>
    public const string Part = "part";

    /// <summary>What plans write for something in the question (<see cref="PlanSearch.Queries.Words.Paraphrases"/>).</summary>
    public const string Paraphrase = "paraphrase";

    /// <summary>Of a topic set that has a word of the question.</summary>
    public const string Topic = "topic";

    /// <summary>Whether it was switched off by who asked.</summary>
    public bool IsOff { get; init; }
}
