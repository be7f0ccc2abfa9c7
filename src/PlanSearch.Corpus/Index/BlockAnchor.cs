using System.Globalization;

namespace PlanSearch.Corpus.Index;

/// <summary>The lasting name of a block in its plan: ten signs made from its words, and "-2", "-3" where the plan repeats them.</summary>
/// <remarks>
/// 50 bits of FNV-1a over the UTF-16 code units of the logical text, mixed once more, in base 32 without i, l, o and u.
/// The same words have the same name after every ingest, wherever in the plan they have moved to. Two different texts of one plan
/// share a name once in 10^9 plans of a thousand blocks; they are then told apart as repeats are.
/// </remarks>
public static class BlockAnchor
{
    internal const int HashBits = 50;
    private const int SignBits = 5;
    private const int HashLength = HashBits / SignBits;
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The anchors of a plan's blocks, each different from all others, in the order of <paramref name="texts"/>.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts)
    {
        var anchors = new List<string>();
        var repeats = new Dictionary<ulong, int>();
        foreach (var text in texts)
        {
            var hash = Hash(text);
            var repeat = repeats.GetValueOrDefault(hash) + 1;
            repeats[hash] = repeat;
            anchors.Add(Format(hash, repeat));
        }

        return anchors;
    }

    internal static string Format(ulong hash, int repeat)
    {
        var signs = string.Create(HashLength, hash, static (target, hash) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = Signs[(int)(hash >> (HashBits - ((i + 1) * SignBits))) & 31];
            }
        });
        return repeat == 1 ? signs : $"{signs}-{repeat}";
    }

    /// <summary>Takes an anchor apart; false for a string that <see cref="Format"/> does not give.</summary>
    internal static bool TryParse(string anchor, out ulong hash, out int repeat)
    {
        (hash, repeat) = (0, 1);
        if (anchor.Length < HashLength || (anchor.Length > HashLength && !TryParseRepeat(anchor.AsSpan(HashLength), out repeat)))
        {
            return false;
        }

        foreach (var sign in anchor.AsSpan(0, HashLength))
        {
            var bits = Signs.IndexOf(sign);
            if (bits < 0)
            {
                return false;
            }

            hash = (hash << SignBits) | (uint)bits;
        }

        return true;
    }

    private static bool TryParseRepeat(ReadOnlySpan<char> tail, out int repeat)
    {
        repeat = 0;
        return tail.Length > 1
            && tail[0] == '-'
            && tail[1] is >= '1' and <= '9'
            && int.TryParse(tail[1..], NumberStyles.None, CultureInfo.InvariantCulture, out repeat)
            && repeat > 1;
    }

    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x100000001B3UL;
        }

        // FNV leaves the last units in the low bits; the mix of MurmurHash3 spreads them over all.
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return (hash ^ (hash >> 33)) >> (64 - HashBits);
    }
}
