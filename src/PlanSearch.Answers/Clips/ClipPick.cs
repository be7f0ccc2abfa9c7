using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PlanSearch.Answers.Hits;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Clips;

/// <summary>
/// What was ticked on a page, as the box's value writes it: <c>plan#anchor.start.length</c>, further hits after commas, nothing after the
/// anchor for the block whole;
/// <c>plan#anchor.*13</c> for all the 13 mentions of the record that the block begins.
/// </summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Anchor">The block's anchor.</param>
/// <param name="Hits">What was ticked in it; empty for the block whole.</param>
public sealed record ClipPick(string Plan, string Anchor, ImmutableArray<TextRange> Hits)
{
    /// <summary>
    /// How many mentions of the search the page counted in the record that the block begins, where that was ticked; else null.
    /// </summary>
    public int? OfRecord { get; private init; }

    /// <summary>The value of the box that stands for every mention of a record, the folded ones too.</summary>
    public static string WriteRecord(RecordHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return string.Create(CultureInfo.InvariantCulture, $"{hit.Plan}#{hit.Anchor}.*{hit.Mentions}");
    }

    /// <summary>The value of the box. A block with more than <see cref="Clip.MaxHits"/> hits is picked whole.</summary>
    public static string Write(string plan, string anchor, IReadOnlyCollection<TextRange> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var value = new StringBuilder(plan).Append('#').Append(anchor);
        if (hits.Count <= Clip.MaxHits)
        {
            var separator = '.';
            foreach (var hit in hits)
            {
                value.Append(CultureInfo.InvariantCulture, $"{separator}{hit.Start}.{hit.Length}");
                separator = ',';
            }
        }

        return value.ToString();
    }

    /// <summary>
    /// Every record of a page in one value: a line for each run of a plan's records, <c>plan#anchor.*13 anchor.*2</c>.
    /// </summary>
    public static string WritePage(IEnumerable<RecordHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var value = new StringBuilder();
        string? plan = null;
        foreach (var hit in hits)
        {
            var whole = WriteRecord(hit);
            value.Append(hit.Plan == plan ? $" {whole[(plan.Length + 1)..]}" : plan is null ? whole : $"\n{whole}");
            plan = hit.Plan;
        }

        return value.ToString();
    }

    /// <summary>The values of the boxes that such a value stands for; none for what is no such value.</summary>
    public static IEnumerable<string> ReadPage(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(run => run.Contains('#', StringComparison.Ordinal))
            .SelectMany(run => run[(run.LastIndexOf('#') + 1)..].Split(' ').Select(record => run[..(run.LastIndexOf('#') + 1)] + record));
    }

    /// <summary>The place a value names; null when it names none. Throws on no text.</summary>
    public static ClipPick? Read(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var sign = value.LastIndexOf('#');
        if (sign <= 0)
        {
            return null;
        }

        var place = value[(sign + 1)..].Split('.', 2);
        if (place is [_, ['*', .. var mentions]])
        {
            return Number(mentions) is { } counted ? new ClipPick(value[..sign], place[0], []) { OfRecord = counted } : null;
        }

        var hits = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var written in place.Length < 2 ? [] : place[1].Split(','))
        {
            if (written.Split('.') is not [var start, var length]
                || Number(start) is not { } from
                || Number(length) is not { } count
                || hits.Count == Clip.MaxHits)
            {
                return null;
            }

            hits.Add(new TextRange(from, count));
        }

        return new ClipPick(value[..sign], place[0], hits.ToImmutable());
    }

    // Nine digits: two of them can be added up.
    private static int? Number(string digits) =>
        digits.Length <= 9 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
