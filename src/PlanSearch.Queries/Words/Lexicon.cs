namespace PlanSearch.Queries.Words;

/// <summary>
/// Words of Chinese plans (lexicon.txt): texts are cut into words by them, and related ones suggested; they never decide what is found.
/// </summary>
public sealed class Lexicon
{
    private readonly HashSet<string> _words;
    private readonly Lazy<string> _version;
    private readonly Dictionary<char, List<string>> _byUnit = [];

    private Lexicon(IEnumerable<string> words)
    {
        _words = words.ToHashSet(StringComparer.Ordinal);
        _version = new(() => ListVersion.Of(string.Join('\n', _words.Order(StringComparer.Ordinal))));
        foreach (var word in _words.Order(StringComparer.Ordinal))
        {
            foreach (var unit in word.Distinct())
            {
                if (!_byUnit.TryGetValue(unit, out var holding))
                {
                    _byUnit.Add(unit, holding = []);
                }

                holding.Add(word);
            }
        }
    }

    /// <summary>No words.</summary>
    public static Lexicon Empty { get; } = new([]);

    /// <summary>Reads lexicon.txt in a folder, a word a line in UTF-8, # for comments; without the file there are no words.</summary>
    /// <exception cref="InvalidDataException">The file is no text in UTF-8.</exception>
    public static Lexicon Load(string directory)
    {
        var path = Path.Combine(directory, "lexicon.txt");
        return File.Exists(path) ? Of(File.ReadLines(path).Select(line => Checked(line, path))) : Empty;
    }

    /// <summary>A lexicon of these lines; blank ones, single characters and those that begin with # are passed over.</summary>
    public static Lexicon Of(IEnumerable<string> lines) =>
        new(lines.Select(line => line.Trim()).Where(line => line.Length > 1 && line[0] != '#'));

    // What is no UTF-8 is decoded to this character, which is no part of any word.
    private static string Checked(string line, string path) =>
        line.AsSpan().ContainsAny('\uFFFD', '\0') ? throw new InvalidDataException($"{path}: no text in UTF-8.") : line;

    /// <summary>Other words are another version.</summary>
    public string Version => _version.Value;

    /// <summary>Every word once, as its file writes it; in no order.</summary>
    public IReadOnlyCollection<string> Words => _words;

    /// <summary>The words that hold a code unit, in ordinal order.</summary>
    public IReadOnlyList<string> Holding(char unit) => _byUnit.TryGetValue(unit, out var words) ? words : [];
}
