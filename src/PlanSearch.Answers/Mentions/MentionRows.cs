using System.Collections.Immutable;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Mentions;

/// <summary>The mentions of an inquiry as rows, in document order, made plan by plan as they are asked for.</summary>
internal static class MentionRows
{
    /// <summary>Those of a page. The mentions of its plans are kept.</summary>
    /// <param name="inquiry">What is looked for.</param>
    /// <param name="skip">Mentions passed over; whole plans are passed over by their counts.</param>
    public static IEnumerable<MentionRow> From(CountedInquiry inquiry, long skip) => inquiry.Request.Sample is { } sample
        ? Of(inquiry, SampleDraw.From(inquiry, sample).Skip((int)skip))
        : Page(inquiry, skip);

    /// <summary>All of them. No mention is kept.</summary>
    public static IEnumerable<MentionRow> Streamed(CountedInquiry inquiry) => inquiry.Request.Sample is { } sample
        ? Of(inquiry, SampleDraw.From(inquiry, sample))
        : inquiry.EachPlan().SelectMany(plan => Of(inquiry, plan.Entry, plan.Mentions));

    /// <summary>Rows of chosen mentions, in their order; what is known of a plan is made once.</summary>
    public static IEnumerable<MentionRow> Of(CountedInquiry inquiry, IEnumerable<(PlanEntry Plan, Mention Mention)> mentions)
    {
        var makers = new Dictionary<int, RowMaker>();
        foreach (var (plan, mention) in mentions)
        {
            if (!makers.TryGetValue(plan.Number, out var maker))
            {
                makers.Add(plan.Number, maker = new RowMaker(inquiry.Request, inquiry.Members, new PlanText(inquiry.View.Snapshot, plan)));
            }

            yield return maker.Make(mention);
        }
    }

    private static IEnumerable<MentionRow> Page(CountedInquiry inquiry, long skip)
    {
        var page = inquiry.Counts.Lists.Page(new TallyPage(TallyOrder.Key, TallyUnit.Mentions, skip, inquiry.Request.Size));
        var mentions = inquiry.MentionsOf([.. page.Plans.Select(plan => plan.Plan)]);
        return page.Plans.Zip(mentions).SelectMany((plan, at) => Of(
            inquiry, inquiry.View.Entries[plan.First.Plan], at == 0 ? plan.Second.Skip(page.Passed) : plan.Second));
    }

    private static IEnumerable<MentionRow> Of(CountedInquiry inquiry, PlanEntry entry, IEnumerable<Mention> mentions)
    {
        var maker = new RowMaker(inquiry.Request, inquiry.Members, new PlanText(inquiry.View.Snapshot, entry));
        return mentions.Select(maker.Make);
    }

    /// <summary>Rows of one plan; citation and anchor of a block are made once for all its mentions.</summary>
    internal sealed class RowMaker(SearchRequest request, ImmutableArray<string> members, PlanText plan)
    {
        private readonly string _query = PlanPermalink.QueryOf(request);
        private int _citedBlock = -1;
        private string _citation = "";
        private string _inPlan = "";
        private string _anchor = "";
        private string? _row;

        public MentionRow Make(Mention mention)
        {
            if (mention.Block != _citedBlock)
            {
                _citedBlock = mention.Block;
                (_citation, _inPlan) = PlanCitation.Both(plan.Plan, mention.Block, plan.BlockText);
                _anchor = plan.AnchorOf(mention.Block);
                _row = plan.RowOf(mention.Block);
            }

            var text = plan.BlockText(mention.Block);
            var range = new TextRange(mention.Start, mention.Length);
            var bounds = plan.SurroundingsOf(mention.Block, mention.Start);
            var sentence = Sentences.Around(text, range, bounds);
            return new MentionRow
            {
                Id = MentionId.Of(plan, mention.Block, mention.Start, mention.Length),
                Plan = plan.Plan.Id,
                PlanTitle = plan.Entry.Summary.ShortTitle,
                Region = plan.Entry.Region,
                Place = plan.PlaceOf(mention.Block, mention.Start),
                Offset = mention.Start,
                Left = TextCut.Before(text, range.Start, bounds, MentionRow.ContextLength),
                Hit = text.Substring(range.Start, range.Length),
                Right = TextCut.After(text, range.End, bounds, MentionRow.ContextLength),
                Sentence = text[sentence.Start..sentence.End],
                HitInSentence = range.Start - sentence.Start,
                Block = mention.Block,
                Citation = _citation,
                Row = _row,
                InPlan = _inPlan,
                SectionsInDoubt = plan.Plan.Outline.IsInDoubt,
                Permalink = PlanPermalink.To(plan.Plan.Id, _query, _anchor, mention.Start),
                Member = members.Length > 1 ? members[mention.Literal] : null,
            };
        }
    }
}
