using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Texts;
using PlanSearch.Answers.Words;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Ranking;

/// <summary>The sections of an inquiry as answers to its question. Private to one inquiry.</summary>
internal sealed class SectionRanking
{
    private readonly CountedInquiry _inquiry;
    private readonly SectionScorer _scorer;

    /// <param name="inquiry">One with a question.</param>
    public SectionRanking(CountedInquiry inquiry)
    {
        var counts = WordCounts.Of(inquiry.View);
        _inquiry = inquiry;
        _scorer = new SectionScorer(
            inquiry.Question!, counts, word => counts.RarityOf(counts.Of(inquiry.View, word, inquiry.CancellationToken)));
    }

    /// <summary>The page that the inquiry asks for, best first.</summary>
    public IEnumerable<(int Plan, int Record, SectionScore Score)> Page()
    {
        var best = _inquiry.Counts.Best;
        _inquiry.View.Snapshot.Prefetch([.. best.Select(record => record.Plan).Distinct()]);
        var scores = Scores(best);
        return Enumerable.Range(0, best.Length)
            .Chunk(RankingWindow.Length)
            .SelectMany(run => run.OrderByDescending(number => scores[number].Value))
            .Skip((int)(_inquiry.Page.Skip - _inquiry.Window.Skip))
            .Take(_inquiry.Page.Take)
            .Select(number => (best[number].Plan, best[number].Record, scores[number]));
    }

    // By plan, as the text of a plan is one thread's.
    private SectionScore[] Scores(ImmutableArray<ScoredRecord> best)
    {
        var scores = new SectionScore[best.Length];
        IGrouping<int, int>[] plans = [.. Enumerable.Range(0, best.Length).GroupBy(number => best[number].Plan)];
        SideBySide.Run(
            plans.Length,
            plan =>
            {
                var text = new PlanText(_inquiry.View.Snapshot, _inquiry.View.Entries[plans[plan].Key]);
                foreach (var number in plans[plan])
                {
                    scores[number] = _scorer.Score(text, best[number].Record);
                }
            },
            _inquiry.CancellationToken);
        return scores;
    }
}
