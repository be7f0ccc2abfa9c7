namespace PlanSearch.Answers.Measuring;

/// <summary>How good the answer to a judged question is.</summary>
/// <param name="Question">The question.</param>
/// <param name="Ndcg">
/// nDCG of the first ten, with gain 2^grade - 1 and discount log2(rank + 1) (Järvelin and Kekäläinen, Cumulated Gain-Based Evaluation,
/// 2002).
/// </param>
/// <param name="Recall">Of the judged places, at most twenty of them, those among the first twenty.</param>
/// <param name="ReciprocalRank">1 by the rank of the first hit that answers; 0 without one.</param>
/// <param name="Hits">How many hits there were.</param>
public sealed record JudgedScore(JudgedQuestion Question, double Ndcg, double Recall, double ReciprocalRank, int Hits)
{
    /// <summary>Hits that are looked at for nDCG.</summary>
    public const int MostForNdcg = 10;

    /// <summary>Hits that are looked at for recall.</summary>
    public const int MostForRecall = 20;

    /// <summary>Scores an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="places">Every section there is that holds a line of a plan, by their names, for each judged place.</param>
    /// <param name="ranked">The sections of the answer, best first, each once.</param>
    /// <remarks>
    /// A judged place counts for the first hit that holds its line, and no hit for two of them: who reads the list finds it there. Places
    /// that lie in the same sections are one, with the highest grade.
    /// </remarks>
    public static JudgedScore Of(JudgedQuestion question, Func<JudgedLine, IReadOnlyList<string>> places, IReadOnlyList<string> ranked)
    {
        var wanted = question.Rel
            .Where(place => place.Grade > 0)
            .Select(place => (Sections: places(place), place.Grade))
            .Where(place => place.Sections.Count > 0)
            .GroupBy(place => string.Join(' ', place.Sections), StringComparer.Ordinal)
            .Select(same => (same.First().Sections, Grade: same.Max(place => place.Grade)))
            .ToList();
        var total = wanted.Count;
        var ideal = Discounted(wanted.Select(place => place.Grade).OrderDescending().Take(MostForNdcg));
        var grades = new List<int>();
        foreach (var section in ranked.Take(MostForRecall))
        {
            var found = wanted.Where(place => place.Sections.Contains(section)).ToList();
            grades.Add(found.Select(place => place.Grade).DefaultIfEmpty().Max());
            wanted.RemoveAll(found.Contains);
        }

        var first = grades.FindIndex(grade => grade > 0);
        return new JudgedScore(
            question,
            ideal == 0 ? 0 : Discounted(grades.Take(MostForNdcg)) / ideal,
            total == 0 ? 0 : grades.Count(grade => grade > 0) / (double)Math.Min(total, MostForRecall),
            first < 0 ? 0 : 1.0 / (first + 1),
            ranked.Count);
    }

    private static double Discounted(IEnumerable<int> grades) =>
        grades.Select((grade, rank) => (Math.Pow(2, grade) - 1) / Math.Log2(rank + 2)).Sum();
}
