namespace PlanSearch.Plans.Parsing.Book;

/// <summary>A piece of evidence for or against a line's belonging to the box before it.</summary>
/// <param name="index">Its place in <see cref="Votes.All"/>.</param>
/// <param name="name">What <c>--explain</c> prints, in Chinese.</param>
/// <param name="weight">How much it counts; above 0 for, below 0 against.</param>
internal sealed class Vote(int index, string name, int weight)
{
    /// <summary>Its place in <see cref="Votes.All"/>.</summary>
    public int Index { get; } = index;

    /// <summary>What it says of the line, in Chinese.</summary>
    public string Name { get; } = name;

    /// <summary>How much it counts; above 0 for, below 0 against.</summary>
    public int Weight { get; } = weight;
}
