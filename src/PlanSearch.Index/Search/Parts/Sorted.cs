namespace PlanSearch.Index.Search.Parts;

/// <summary>Looks into rising numbers.</summary>
internal static class Sorted
{
    /// <summary>Which of them are from a number on and below another.</summary>
    public static (int First, int End) Range(ReadOnlySpan<int> numbers, int from, int below)
    {
        var first = FirstFrom(numbers, from);
        return (first, first + FirstFrom(numbers[first..], below));
    }

    /// <summary>The place of the first that is not below a number, some steps behind a place: each step is twice the one before.</summary>
    public static int FirstFrom(ReadOnlySpan<int> numbers, int number, int place)
    {
        var step = 1;
        while (place + step <= numbers.Length && numbers[place + step - 1] < number)
        {
            place += step;
            step *= 2;
        }

        return place + FirstFrom(numbers[place..Math.Min(numbers.Length, place + step)], number);
    }

    // Some may be there several times.
    private static int FirstFrom(ReadOnlySpan<int> numbers, int number)
    {
        var (low, high) = (0, numbers.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = numbers[middle] < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
