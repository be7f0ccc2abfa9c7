namespace PlanSearch.Plans.Parsing.Book;

/// <summary>The votes cast on one line; the line belongs when what speaks for it outweighs what speaks against it.</summary>
internal struct Ballot
{
    /// <summary>How many votes there may be.</summary>
    public const int Capacity = 32;

    private uint _cast;
    private int _sum;

    /// <summary>What all votes come to.</summary>
    public readonly bool IsCarried => _sum > 0;

    /// <summary>Adds the vote's weight where it holds; each vote once a line.</summary>
    public void Cast(Vote vote, bool holds)
    {
        if (holds)
        {
            _cast |= 1u << vote.Index;
            _sum += vote.Weight;
        }
    }

    /// <summary>The votes that were cast.</summary>
    public readonly IEnumerable<Vote> ToVotes()
    {
        var cast = _cast;
        return Votes.All.Where(vote => (cast >> vote.Index & 1) == 1);
    }
}
