using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Texts;
using PlanSearch.Answers.Words;

namespace PlanSearch.Answers.Ranking;

/// <summary>The sections of an inquiry as answers to its question. Private to one inquiry.</summary>
internal sealed class SectionRanking
{
    private readonly CountedInquiry _inquiry;
    private readonly SectionScorer _scorer;
    private readonly Dictionary<int, PlanText> _plans = [];

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
        _inquiry.View.Snapshot.Prefetch([.. _inquiry.Counts.Best.Select(record => record.Plan).Distinct()]);
        return _inquiry.Counts.Best
            .Chunk(RankingWindow.Length)
            .SelectMany(run => run
                .Select(record => (record.Plan, record.Record, Score: Of(record.Plan, record.Record)))
                .OrderByDescending(one => one.Score.Value))
            .Skip((int)(_inquiry.Page.Skip - _inquiry.Counted.Skip))
            .Take(_inquiry.Page.Take);
    }

    private SectionScore Of(int plan, int record)
    {
        if (!_plans.TryGetValue(plan, out var text))
        {
            _plans[plan] = text = new PlanText(_inquiry.View.Snapshot, _inquiry.View.Entries[plan]);
        }

        return _scorer.Score(text, record);
    }
}
