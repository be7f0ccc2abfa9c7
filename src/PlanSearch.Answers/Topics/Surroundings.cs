using PlanSearch.Plans;

namespace PlanSearch.Answers.Topics;

/// <summary>What is to the left and to the right of a word, counted. Private to one thread.</summary>
internal sealed class Surroundings
{
    /// <summary>What is beside a word more often than that belongs to it.</summary>
    private const double Most = 0.6;

    private const char Nothing = '\n';
    private const int KeptPlaces = 3;

    private readonly Dictionary<char, int> _left = [];
    private readonly Dictionary<char, int> _right = [];

    /// <summary>Where it was met first.</summary>
    public List<(string Text, TextRange Span)> Places { get; } = [];

    /// <summary>How often the word was met.</summary>
    public int Times { get; private set; }

    /// <summary>Whether it was met more than once, and is not nearly always beside one and the same thing on either side.</summary>
    public bool IsFree => Times > 1 && _left.Values.Max() <= Math.Max(1, Most * Times) && _right.Values.Max() <= Math.Max(1, Most * Times);

    /// <summary>Counts what is beside text[start..end].</summary>
    public void Add(string text, int start, int end)
    {
        Times++;
        if (Places.Count < KeptPlaces)
        {
            Places.Add((text, new TextRange(start, end - start)));
        }

        Count(_left, start > 0 ? text[start - 1] : Nothing);
        Count(_right, end < text.Length ? text[end] : Nothing);
    }

    /// <summary>The word with what is beside it: the spans that are one unit longer.</summary>
    public IEnumerable<string> Longer(string word) =>
        _left.Keys.Select(unit => unit + word).Concat(_right.Keys.Select(unit => word + unit));

    /// <summary>From 0, beside nothing of the same, to 1: the cosine of what is counted, the mean of both sides.</summary>
    public double Likeness(Surroundings other) => (Cosine(_left, other._left) + Cosine(_right, other._right)) / 2;

    private static void Count(Dictionary<char, int> side, char unit) => side[unit] = side.GetValueOrDefault(unit) + 1;

    private static double Cosine(Dictionary<char, int> one, Dictionary<char, int> other)
    {
        var product = one.Sum(pair => (double)pair.Value * other.GetValueOrDefault(pair.Key));
        return product == 0
            ? 0
            : product / Math.Sqrt(one.Values.Sum(count => (double)count * count) * other.Values.Sum(count => (double)count * count));
    }
}
