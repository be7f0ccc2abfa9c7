using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Changes;

/// <summary>What a plan's change did to a mention: one of the two moments may be missing.</summary>
/// <param name="Change">The change.</param>
/// <param name="Before">The mention as it was; null when it is new.</param>
/// <param name="After">The mention as it became; null when it is gone.</param>
internal sealed record MentionDifference(LoggedChange Change, MentionAt? Before, MentionAt? After)
{
    /// <summary>What differs of a mention that is there before and after.</summary>
    public MentionAspects Aspects => Before is null || After is null
        ? MentionAspects.None
        : (Before.Id == After.Id ? MentionAspects.None : MentionAspects.Wording)
            | (Before.Place == After.Place ? MentionAspects.None : MentionAspects.Place)
            | (Before.Metadata == After.Metadata ? MentionAspects.None : MentionAspects.Metadata);

    /// <summary>
    /// The differences between the mentions of a plan before and after, those there afterwards first, each in reading order.
    /// </summary>
    /// <remarks>
    /// A mention with the same number is the same mention: it has changed when its place or its plan's metadata has. Of the others, one
    /// that is gone and one that is new are one mention reworded when they have the same words, under the same headings and in the same
    /// box, in blocks that are alike (<see cref="Likeness"/>); paired in reading order. So what is gone or changed is exactly what was
    /// there and is not, and what is new or changed exactly what is there and was not.
    /// </remarks>
    public static IEnumerable<MentionDifference> Between(
        LoggedChange change, IReadOnlyList<MentionAt> before, IReadOnlyList<MentionAt> after)
    {
        var former = before.ToDictionary(mention => mention.Id, StringComparer.Ordinal);
        var same = after.Where(mention => former.ContainsKey(mention.Id)).ToDictionary(mention => mention.Id, StringComparer.Ordinal);
        var gone = before.Where(mention => !same.ContainsKey(mention.Id)).ToLookup(mention => (mention.Place, mention.Hit));
        var paired = new HashSet<MentionAt>();
        foreach (var mention in after)
        {
            var match = former.GetValueOrDefault(mention.Id)
                ?? gone[(mention.Place, mention.Hit)].FirstOrDefault(
                    old => !paired.Contains(old) && Likeness.IsReworded(old.Block, mention.Block));
            if (match is not null)
            {
                paired.Add(match);
            }

            var difference = new MentionDifference(change, match, mention);
            if (match is null || difference.Aspects != MentionAspects.None)
            {
                yield return difference;
            }
        }

        foreach (var mention in before.Where(mention => !paired.Contains(mention)))
        {
            yield return new MentionDifference(change, mention, null);
        }
    }
}

/// <summary>In which ways a mention that is still there is not as it was.</summary>
[Flags]
public enum MentionAspects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The words of its block (文字).</summary>
    Wording = 1,

    /// <summary>The headings above it, its box or its kind of block (位置).</summary>
    Place = 2,

    /// <summary>What is known of its plan: title, region, period, … (规划信息).</summary>
    Metadata = 4,
}
