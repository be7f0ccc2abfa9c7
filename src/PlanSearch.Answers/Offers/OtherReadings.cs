using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Hits;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;

namespace PlanSearch.Answers.Offers;

/// <summary>The other ways to read the input, offered beside the answer with their own counts.</summary>
internal static class OtherReadings
{
    private const string ModeParameter = "mode";

    public static ImmutableArray<Reading> Of(CountedInquiry inquiry)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>();
        if (inquiry.Question is not null)
        {
            // Whoever asks in plain words is told that it occurs as it is.
            return AsItStands(inquiry) is { } literally ? [literally] : [];
        }

        AddOtherWay(inquiry, readings);
        FilterReadings.AddTo(readings, inquiry);
        foreach (var (kind, text, query) in MeantReadings.Of(inquiry))
        {
            Add(inquiry, readings, kind, text, query.NormalForm, query);
        }

        if (inquiry.Counts.LongerRuns > 0)
        {
            var open = Opened(inquiry.Query);
            Add(inquiry, readings, "expression", $"计入更长的字母数字串：{open.InWords}", open.NormalForm, open);
        }

        return readings.ToImmutable();
    }

    /// <summary>The parameter by which a query is read as an expression.</summary>
    public static ImmutableSortedDictionary<string, string> InMode(string mode) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(ModeParameter, mode);

    private static void AddOtherWay(CountedInquiry inquiry, ImmutableArray<Reading>.Builder readings)
    {
        var (literal, expression, fault) = inquiry.Readings;
        if (inquiry.Readings.Differ && inquiry.IsLiteral)
        {
            Add(inquiry, readings, "expression", $"按检索式理解：{expression!.InWords}", inquiry.Request.Query, expression);
        }
        else if (inquiry.Readings.Differ && AsItStands(inquiry) is { } literally)
        {
            readings.Add(literally);
        }
        else if (fault?.Proposal is { } proposal
            && !Occurs(inquiry)
            && QueryParser.Parse(proposal, inquiry.Vocabulary.Topics).Query is { } mended
            && mended != literal)
        {
            Add(inquiry, readings, "repair", $"不成检索式（{fault.Message.TrimEnd('。')}），可改为：{mended.InWords}", proposal, mended);
        }
    }

    private static Reading? AsItStands(CountedInquiry inquiry) =>
        inquiry.Readings.Literal is var literal && inquiry.Count(literal).Value is { Total.Mentions: > 0 } tally
        ? new Reading("literal", $"按原文字面理解：{literal.InWords}", inquiry.Request.Query, InMode("literal"), tally.Total.Mentions)
        : null;

    private static bool Occurs(CountedInquiry inquiry) => inquiry.Counts.Occurs || inquiry.Counts.OccursAside;

    // A reading whose filters name nothing of this collection is not offered.
    private static void Add(
        CountedInquiry inquiry, ImmutableArray<Reading>.Builder readings, string kind, string text, string typed, PlanQuery query)
    {
        if (inquiry.Count(query).Value is { } tally)
        {
            readings.Add(new Reading(kind, text, typed, InMode("expression"), tally.Total.Mentions));
        }
    }

    /// <summary>The query with the whole-run rule lifted where it applies: at ends that are a letter or a digit.</summary>
    private static PlanQuery Opened(PlanQuery query) => LiteralTerms.Replace(query, term => term with
    {
        IsOpenAtStart = term.IsOpenAtStart || Fold.FoldsToRunUnit(term.Text[0]),
        IsOpenAtEnd = term.IsOpenAtEnd || Fold.FoldsToRunUnit(term.Text[^1]),
    });
}
