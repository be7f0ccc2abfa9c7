using System.Numerics;
using System.Runtime.CompilerServices;

namespace PlanSearch.Index.Search.Parts;

/// <summary>A set of numbers below a bound: records, blocks, sentences by their first offset, documents of a segment.</summary>
/// <param name="bound">Numbers are below it.</param>
internal sealed class GroupSet(int bound)
{
    private readonly ulong[] _words = new ulong[(bound >> 6) + 1];

    /// <summary>How many are in it.</summary>
    public int Count => _words.Sum(static word => BitOperations.PopCount(word));

    /// <summary>Whether a number is in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int group) => (_words[group >> 6] >> group & 1) != 0;

    /// <summary>Puts a number in.</summary>
    /// <returns>Whether it was not in it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int group)
    {
        ref var word = ref _words[group >> 6];
        var isNew = (word >> group & 1) == 0;
        word |= 1UL << group;
        return isNew;
    }

    /// <summary>Keeps what is in the other set too.</summary>
    public void IntersectWith(GroupSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= other._words[i];
        }
    }

    /// <summary>Takes in what is in the other set.</summary>
    public void UnionWith(GroupSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    /// <summary>Takes out what is in the other set.</summary>
    public void ExceptWith(GroupSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= ~other._words[i];
        }
    }
}
