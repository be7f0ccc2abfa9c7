using System.Globalization;
using System.Runtime.InteropServices;

namespace PlanSearch.Index.Stored;

/// <summary>
/// The lasting name of a block in its plan: ten characters made from its words, and "-2", "-3" where the plan repeats them.
/// </summary>
/// <remarks>
/// 50 bits of FNV-1a over the UTF-16 code units of the logical text, mixed once more, in base 32 without i, l, o and u.
/// The same words have the same name after every ingest, wherever in the plan they have moved to. Two different texts of one plan
/// share a name once in 10^9 plans of a thousand blocks; they are then told apart as repeats are.
/// </remarks>
public static class BlockAnchor
{
    private const int HashBits = 50;
    private const int SignBits = 5;
    private const int HashLength = HashBits / SignBits;
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>For each text, how many up to and with it share its name: 1 for those that come first.</summary>
    public static IReadOnlyList<int> Repeats(IEnumerable<string> texts)
    {
        var repeats = new List<int>();
        var counts = new Dictionary<ulong, int>();
        foreach (var text in texts)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Hash(text), out _);
            repeats.Add(++count);
        }

        return repeats;
    }

    /// <summary>
    /// Ten characters of the hash, highest bits first; from the second of equal ones on with "-2", "-3" and so on behind.
    /// </summary>
    /// <param name="text">Its logical text.</param>
    /// <param name="repeat">See <see cref="StoredBlock.Repeat"/>.</param>
    public static string Of(string text, int repeat)
    {
        var signs = string.Create(HashLength, Hash(text), static (target, hash) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = Signs[(int)(hash >> (HashBits - ((i + 1) * SignBits))) & 31];
            }
        });
        return repeat == 1 ? signs : string.Create(CultureInfo.InvariantCulture, $"{signs}-{repeat}");
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
