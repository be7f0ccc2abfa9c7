namespace PlanSearch.Plans.Parsing.Book;

/// <summary>A set of rules, one bit each: every line has one, so it is small.</summary>
internal struct RuleSet
{
    private ulong _low;
    private ulong _middle;
    private ulong _high;

    /// <summary>How many rules there may be.</summary>
    public const int Capacity = 192;

    /// <summary>Adds a rule; one that is there changes nothing.</summary>
    public void Add(Rule rule)
    {
        var bit = 1UL << (rule.Index & 63);
        switch (rule.Index >> 6)
        {
            case 0:
                _low |= bit;
                break;
            case 1:
                _middle |= bit;
                break;
            default:
                _high |= bit;
                break;
        }
    }

    /// <summary>Adds the rules of another set.</summary>
    public void Add(RuleSet other) => (_low, _middle, _high) = (_low | other._low, _middle | other._middle, _high | other._high);

    /// <summary>Whether it was added; by its index, in constant time.</summary>
    public readonly bool Contains(Rule rule) =>
        (((rule.Index >> 6) switch { 0 => _low, 1 => _middle, _ => _high } >> (rule.Index & 63)) & 1) == 1;
}
