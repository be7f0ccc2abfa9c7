namespace PlanSearch.Queries.Words;

/// <summary>How much two characters are alike, to whoever types one for the other; the last is the most.</summary>
internal enum HanziLikeness
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>They look alike: 拔 and 拨.</summary>
    Shape,

    /// <summary>They sound alike where zh is z, n is l, ang is an: 城 and 岑.</summary>
    NearSound,

    /// <summary>They sound the same but for the tone: 境 and 镜.</summary>
    SameSound,
}

/// <summary>How characters sound and look (hanzi.csv). It offers what was meant, and never decides what is found. Never changes.</summary>
internal sealed class Hanzi
{
    private const int Columns = 4;

    /// <summary>Of strokes that are typed and corners that are seen so much must be the same, on average.</summary>
    private const double LeastShape = 0.62;

    /// <summary>Where all corners are the same (末 and 未), at most so many strokes that are typed may differ.</summary>
    private const int MostOtherStrokes = 2;

    /// <summary>Sounds are numbered from here on: no character of a text is one of them.</summary>
    private const char FirstSound = '\uE000';

    private static readonly (string Typed, string Near)[] NearBeginnings = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")];
    private static readonly (string Typed, string Near)[] NearEndings = [("ang", "an"), ("ing", "in"), ("eng", "en")];

    private readonly Dictionary<char, Character> _characters = [];
    private readonly Dictionary<string, char> _sounds = new(StringComparer.Ordinal);

    private Hanzi()
    {
    }

    /// <summary>No characters: none is like another.</summary>
    public static Hanzi Empty { get; } = new();

    /// <summary>Reads hanzi.csv in a folder; without the file no character is known.</summary>
    /// <exception cref="InvalidDataException">The file is no such table; the message names it and the line.</exception>
    public static Hanzi Load(string directory)
    {
        var path = Path.Combine(directory, "hanzi.csv");
        if (!File.Exists(path))
        {
            return Empty;
        }

        var table = new Hanzi();
        foreach (var (number, line) in File.ReadLines(path).Index().Skip(1))
        {
            if (line.Split(',') is not { Length: Columns } row || row[0].Length != 1 || row[1].Length == 0)
            {
                throw new InvalidDataException($"{path}, line {number + 1}: no character with its sounds, cangjie code and corners.");
            }

            string[] sounds = row[1].Split(' ');
            table._characters[row[0][0]] = new Character(
                [.. sounds.Select(table.NumberOf)], [.. sounds.Select(sound => table.NumberOf(Near(sound))).Distinct()], row[2], row[3]);
        }

        return table;
    }

    /// <summary>Whether a character is in the table.</summary>
    public bool Holds(char unit) => _characters.ContainsKey(unit);

    /// <summary>The sounds of a character, each as one character: the same for those that are near; empty for others.</summary>
    public ReadOnlySpan<char> SoundsOf(char unit) => _characters.TryGetValue(unit, out var known) ? known.Near : [];

    /// <summary>How much two characters are alike that are not the same.</summary>
    public HanziLikeness Compare(char one, char other)
    {
        if (!_characters.TryGetValue(one, out var first) || !_characters.TryGetValue(other, out var second))
        {
            return HanziLikeness.None;
        }

        return first.Sounds.AsSpan().ContainsAny(second.Sounds) ? HanziLikeness.SameSound
            : first.Near.AsSpan().ContainsAny(second.Near) ? HanziLikeness.NearSound
            : LookAlike(first, second) ? HanziLikeness.Shape
            : HanziLikeness.None;
    }

    // zhang is zan to whoever does not tell them apart.
    private static string Near(string sound)
    {
        foreach (var (typed, near) in NearBeginnings)
        {
            if (sound.Length > typed.Length && sound.StartsWith(typed, StringComparison.Ordinal))
            {
                sound = near + sound[typed.Length..];
                break;
            }
        }

        foreach (var (typed, near) in NearEndings)
        {
            if (sound.EndsWith(typed, StringComparison.Ordinal))
            {
                return sound[..^typed.Length] + near;
            }
        }

        return sound;
    }

    private static bool LookAlike(Character one, Character other)
    {
        if (one.Cangjie.Length == 0 || other.Cangjie.Length == 0)
        {
            return false;
        }

        var distance = Distance(one.Cangjie, other.Cangjie);
        var same = one.Corners.Zip(other.Corners).Count(pair => pair.First == pair.Second);
        var corners = one.Corners.Length == 0 ? 0 : (double)same / one.Corners.Length;
        var strokes = 1 - ((double)distance / Math.Max(one.Cangjie.Length, other.Cangjie.Length));
        return (corners + strokes) / 2 >= LeastShape || (same > 0 && same == one.Corners.Length && distance <= MostOtherStrokes);
    }

    // How many have to be put in, left out or changed.
    private static int Distance(string one, string other)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        for (var at = 0; at <= other.Length; at++)
        {
            row[at] = at;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }

    private char NumberOf(string sound)
    {
        if (!_sounds.TryGetValue(sound, out var number))
        {
            _sounds.Add(sound, number = (char)(FirstSound + _sounds.Count));
        }

        return number;
    }

    /// <summary>What two characters are compared by: each way in which one is typed for the other.</summary>
    /// <param name="Sounds">Its sounds.</param>
    /// <param name="Near">The same, those alike that are near.</param>
    /// <param name="Cangjie">The strokes it is typed by.</param>
    /// <param name="Corners">What its four corners look like; empty where that is not known.</param>
    private sealed record Character(char[] Sounds, char[] Near, string Cangjie, string Corners);
}
