using System.Text;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Documents;

/// <summary>Folded text as it travels to a cluster and lies there in pairs of units.</summary>
/// <remarks>
/// Halves of pairs become private-use units, because they cannot travel alone. Where a run of a–z and 0–9 begins and ends there is a mark,
/// so that the rule of whole runs is an ordinary phrase: 5G is looked for as mark, 5, g, mark. Nothing matches over the end of a cell.
/// </remarks>
internal static class WireText
{
    /// <summary>Changes whenever the text of the same plan does.</summary>
    public const int Version = 1;

    /// <summary>Where a run begins and where it ends.</summary>
    public const char RunMark = '\uF8FF';

    /// <summary>The end of a cell; no literal has it.</summary>
    public const char CellEnd = '\uF8FD';

    // Texts that have one of the three have this instead.
    private const char Taken = '\uF8FE';
    private const char FirstHalf = '\uD800';
    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';

    /// <summary>As the cluster keeps a block: its text is whole, so that a run at either end is whole too.</summary>
    /// <param name="folded">Folded, <see cref="Fold.Separator"/> between cells.</param>
    public static string OfBlock(string folded) => Of(folded, isWholeAtStart: true, isWholeAtEnd: true);

    /// <summary>A folded text as it travels: runs marked, what cannot travel replaced; as long as the text or longer.</summary>
    /// <param name="folded">Folded.</param>
    /// <param name="isWholeAtStart">Whether a run at its start begins there.</param>
    /// <param name="isWholeAtEnd">Whether a run at its end ends there.</param>
    public static string Of(string folded, bool isWholeAtStart, bool isWholeAtEnd)
    {
        var wire = new StringBuilder(folded.Length + 8);
        for (var at = 0; at <= folded.Length; at++)
        {
            var isRunBefore = at > 0 && Fold.IsRunUnit(folded[at - 1]);
            var isRunBehind = at < folded.Length && Fold.IsRunUnit(folded[at]);
            if (isRunBefore != isRunBehind && (at > 0 || isWholeAtStart) && (at < folded.Length || isWholeAtEnd))
            {
                wire.Append(RunMark);
            }

            if (at < folded.Length)
            {
                wire.Append(Unit(folded[at]));
            }
        }

        return wire.ToString();
    }

    /// <summary>Whether a folded literal is in the wire text exactly where it is in the text: no unit of it can be another's.</summary>
    public static bool IsFaithful(string folded)
    {
        foreach (var unit in folded)
        {
            if (char.IsSurrogate(unit) || unit is >= FirstPrivate and <= LastPrivate or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return folded.Length > 0;
    }

    private static char Unit(char folded) => folded switch
    {
        Fold.Separator => CellEnd,
        >= CellEnd and <= RunMark => Taken,
        _ when char.IsSurrogate(folded) => (char)(folded - FirstHalf + FirstPrivate),
        _ => folded,
    };
}
