using System.Numerics;

namespace PlanSearch.Engine.Search;

/// <summary>A set of records of a segment.</summary>
internal sealed class RecordSet(int records)
{
    private readonly ulong[] _words = new ulong[(records >> 6) + 1];

    /// <summary>How many records are in it.</summary>
    public int Count => _words.Sum(static word => BitOperations.PopCount(word));

    /// <summary>Whether a record is in it.</summary>
    public bool Contains(int record) => (_words[record >> 6] >> record & 1) != 0;

    /// <summary>Puts a record in.</summary>
    /// <returns>Whether it was not in it.</returns>
    public bool Add(int record)
    {
        ref var word = ref _words[record >> 6];
        var bit = 1UL << record;
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    /// <summary>Keeps what is in the other set too.</summary>
    public void IntersectWith(RecordSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= other._words[i];
        }
    }

    /// <summary>Takes in what is in the other set.</summary>
    public void UnionWith(RecordSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    /// <summary>Takes out what is in the other set.</summary>
    public void ExceptWith(RecordSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= ~other._words[i];
        }
    }
}
