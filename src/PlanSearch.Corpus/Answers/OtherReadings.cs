using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;

namespace PlanSearch.Corpus.Answers;

/// <summary>The other ways to read the input, offered beside the answer with their own counts.</summary>
internal static class OtherReadings
{
    private const string ModeParameter = "mode";

    public static ImmutableArray<Reading> Of(Inquiry inquiry, Certificate certificate, CancellationToken cancellationToken)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>();
        var input = inquiry.Request.Query;
        if (inquiry.Readings.Differ && inquiry.IsLiteral)
        {
            var expression = inquiry.Readings.Expression!;
            var mentions = inquiry.CountMentions(expression, cancellationToken);
            readings.Add(new Reading("expression", $"按检索式理解：{expression.InWords}", input, InMode("expression"), mentions));
        }
        else if (inquiry.Readings.Differ && inquiry.CountMentions(inquiry.Readings.Literal, cancellationToken) is var mentions and > 0)
        {
            readings.Add(new Reading("literal", $"按原文字面理解：{inquiry.Readings.Literal.InWords}", input, InMode("literal"), mentions));
        }

        if (certificate.Excluded.LongerRuns > 0)
        {
            var open = Opened(inquiry.Query);
            var text = $"计入更长的字母数字串：{open.InWords}";
            readings.Add(new Reading("expression", text, open.NormalForm, InMode("expression"), inquiry.CountMentions(open, cancellationToken)));
        }

        return readings.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> InMode(string mode) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(ModeParameter, mode);

    /// <summary>The query with the whole-run rule lifted where it applies: at ends that are a letter or a digit.</summary>
    private static PlanQuery Opened(PlanQuery query) => query switch
    {
        LiteralTerm term => term with
        {
            IsOpenAtStart = term.IsOpenAtStart || IsRunUnit(term.Text[0]),
            IsOpenAtEnd = term.IsOpenAtEnd || IsRunUnit(term.Text[^1]),
        },
        AnyOf any => AnyOf.Of(any.Parts.Select(Opened)),
        AllOf all => AllOf.Of(all.Required.Select(Opened), all.Excluded),
        _ => throw new ArgumentException($"Unknown query {query.GetType().Name}.", nameof(query)),
    };

    private static bool IsRunUnit(char unit) => char.IsAsciiLetterOrDigit(Engine.Analysis.Fold.Of(unit));
}
