using System.Runtime.InteropServices;

namespace PlanSearch.Answers.Changes;

/// <summary>
/// Whether one text is another reworded: half of their pairs of neighbouring code units or more are the same (Dice 1945).
/// </summary>
internal static class Likeness
{
    public static bool IsReworded(string before, string after)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < before.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(pairs, (before[i - 1], before[i]), out _)++;
        }

        var common = 0;
        for (var i = 1; i < after.Length; i++)
        {
            ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(pairs, (after[i - 1], after[i]));
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref left) && left > 0)
            {
                left--;
                common++;
            }
        }

        return common > 0 && 4 * common >= before.Length + after.Length - 2;
    }
}
