using PlanSearch.Answers.Measuring;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints how well questions were answered: all of them, kind by kind, and the worst.</summary>
internal static class JudgePrinter
{
    public static void Print(IReadOnlyCollection<JudgedScore> scores, int worst, TextWriter writer)
    {
        writer.WriteLine("nDCG@10  recall@20  MRR    问句  没有答案  类别");
        Line(scores, "全部", writer);
        foreach (var (kind, ofKind) in scores.ToLookup(score => score.Question.Kind, StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.ToList())).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Line(ofKind, kind, writer);
        }

        foreach (var score in scores.OrderBy(score => score.Ndcg).ThenBy(score => score.Recall).Take(worst))
        {
            var (kind, question) = (score.Question.Kind, score.Question.Q);
            writer.WriteLine($"{score.Ndcg:0.000}    {score.Recall:0.000}      {score.ReciprocalRank:0.000}  {kind}  {question}");
        }
    }

    private static void Line(IReadOnlyCollection<JudgedScore> scores, string name, TextWriter writer)
    {
        if (scores.Count > 0)
        {
            writer.WriteLine(
                $"{scores.Average(score => score.Ndcg):0.000}    {scores.Average(score => score.Recall):0.000}      "
                + $"{scores.Average(score => score.ReciprocalRank):0.000}"
                + $"  {scores.Count,4}  {scores.Count(score => score.Hits == 0),6}  {name}");
        }
    }
}
