using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>The divisions and zones plans are filed under, and the finding of their names in text.</summary>
public sealed class DivisionTree
{
    private const int ShortestName = 2;
    private static readonly string[] Columns = ["name", "level", "parent"];
    private static readonly char[] AliasSeparators = ['|', ';', '；', ' '];

    private readonly Dictionary<string, List<Division>> _byName = [];
    private readonly Dictionary<string, Division> _byPath = [];
    private readonly HashSet<string> _aliases = [];
    // Most characters of a text begin no name: one look tells them from the others.
    private readonly byte[] _longestFrom = new byte[char.MaxValue + 1];

    private DivisionTree()
    {
    }

    /// <summary>A tree without divisions: every region stays unknown.</summary>
    public static DivisionTree Empty { get; } = new();

    /// <summary>Every division and zone in tree order: by code, zones after the division they lie in.</summary>
    public ImmutableArray<Division> Divisions { get; private set; } = [];

    /// <summary>Reads regions.csv, and regions-sample.csv and zones.csv where they are there.</summary>
    /// <exception cref="FileNotFoundException">There is no regions.csv in the folder.</exception>
    /// <exception cref="InvalidDataException">A file is no table of divisions; the message names it and says why.</exception>
    public static DivisionTree Load(string referenceDirectory)
    {
        var tree = new DivisionTree();
        var byCode = new Dictionary<string, Division>();
        var all = new List<Division>();
        foreach (var row in RowsIn(Path.Combine(referenceDirectory, "regions.csv"))
            .Concat(RowsIfThere(referenceDirectory, "regions-sample.csv")))
        {
            var parent = row["parent"].Length > 0 ? ParentOf(row, byCode) : null;
            var division = new Division(CodeOf(row), row["name"], PlanLevels.Today(row["level"]), parent, AliasesOf(row));
            byCode[division.Code] = division;
            all.Add(division);
        }

        foreach (var row in RowsIfThere(referenceDirectory, "zones.csv"))
        {
            var parent = ParentOf(row, byCode);
            var printed = row["name"];
            var name = printed.StartsWith(parent.Name, StringComparison.Ordinal) ? printed[parent.Name.Length..] : printed;
            all.Add(new Division("", name, row["level"], parent, name == printed ? [] : [printed]));
        }

        tree.Take(all);
        return tree;
    }

    /// <summary>The divisions of that full name or alias; several where the country has several.</summary>
    public ImmutableArray<Division> Named(string name) => _byName.TryGetValue(name, out var found) ? [.. found] : [];

    /// <summary>The division whose <see cref="Division.Path"/> it is; null when there is none.</summary>
    public Division? AtPath(IEnumerable<string> path) => _byPath.GetValueOrDefault(string.Join('/', path));

    /// <summary>Whether plans can be filed under a path: a division, or a zone or town no table lists, below one.</summary>
    public bool Holds(ImmutableArray<string> path) => AtPath(path) is not null || (path.Length > 1 && AtPath(path[..^1]) is not null);

    /// <summary>The divisions a path may mean that is none: of the last name or alias, below those of the steps before it.</summary>
    public ImmutableArray<Division> Meant(ImmutableArray<string> path) =>
        path.IsEmpty ? [] : [.. Named(path[^1]).Where(division => path[..^1].All(step => IsCalled(division.Parent, step)))];

    /// <summary>The longest name that begins at <paramref name="start"/>, followed down the tree as far as names do: 朝阳市双塔区.</summary>
    /// <remarks>
    /// A name narrows the ones before it, so 双塔区 after 朝阳市 is the one that lies there. An alias followed by 省, 市, 县, 区, 州, 盟 or 旗 is part
    /// of another name and does not count. Several candidates are left where the text does not decide; none, and an end at the start, when
    /// no name begins there.
    /// </remarks>
    public DivisionMatch Match(string text, int start)
    {
        var match = new DivisionMatch(start, []);
        while (Longest(text, match.End) is { Candidates.Length: > 0 } next)
        {
            var fitting = match.Candidates.IsEmpty
                ? next.Candidates
                : [.. next.Candidates.Where(below => match.Candidates.Any(below.LiesIn))];
            if (fitting.IsEmpty)
            {
                break;
            }

            match = next with { Candidates = fitting };
        }

        return match;
    }

    /// <summary>The longest single name that begins at <paramref name="start"/>, with every division that has it.</summary>
    public DivisionMatch Longest(string text, int start)
    {
        var longest = start < text.Length ? Math.Min(_longestFrom[text[start]], text.Length - start) : 0;
        if (longest == 0)
        {
            return new DivisionMatch(start, []);
        }

        var names = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        var aliases = _aliases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = longest; length >= ShortestName; length--)
        {
            var name = text.AsSpan(start, length);
            if (names.TryGetValue(name, out var found) && !(aliases.Contains(name) && IsCutOff(text, start + length)))
            {
                return new DivisionMatch(start + length, [.. found]);
            }
        }

        return new DivisionMatch(start, []);
    }

    /// <summary>Whether a division or one above it has that name or alias.</summary>
    private static bool IsCalled(Division? division, string name)
    {
        for (var above = division; above is not null; above = above.Parent)
        {
            if (above.Name == name || above.Aliases.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCutOff(string text, int end) => end < text.Length && Division.Ends.Contains(text[end]);

    private static List<Dictionary<string, string>> RowsIfThere(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return File.Exists(path) ? RowsIn(path) : [];
    }

    private static List<Dictionary<string, string>> RowsIn(string path)
    {
        try
        {
            var rows = CsvRows.Read(path);
            return rows.Count > 0 && rows.TrueForAll(row => Columns.All(row.ContainsKey) && row["name"].Length > 0)
                ? rows
                : throw new InvalidDataException($"{path}: a row needs a name, and the table the columns {string.Join(", ", Columns)}.");
        }
        catch (ArgumentException twice)
        {
            throw new InvalidDataException($"{path}: {twice.Message}", twice);
        }
    }

    private static string CodeOf(Dictionary<string, string> row) =>
        row.GetValueOrDefault("code") is { Length: > 0 } code ? code : throw new InvalidDataException($"{row["name"]}: no code.");

    private static Division ParentOf(Dictionary<string, string> row, Dictionary<string, Division> byCode) =>
        byCode.GetValueOrDefault(row["parent"])
        ?? throw new InvalidDataException($"{row["name"]}: no row before it has the code {row["parent"]} of its parent.");

    private static ImmutableArray<string> AliasesOf(Dictionary<string, string> row) =>
        [.. row.GetValueOrDefault("aliases", "").Split(AliasSeparators, StringSplitOptions.RemoveEmptyEntries)];

    private void Take(List<Division> all)
    {
        Divisions = [.. all.OrderBy(division => division.OrderKey, StringComparer.Ordinal)];
        foreach (var division in Divisions)
        {
            _byPath.TryAdd(division.ToString(), division);
            foreach (var name in division.Aliases.Append(division.Name))
            {
                _longestFrom[name[0]] = (byte)Math.Max(_longestFrom[name[0]], Math.Min(name.Length, byte.MaxValue));
                if (!_byName.TryGetValue(name, out var found))
                {
                    _byName[name] = found = [];
                }

                found.Add(division);
            }

            _aliases.UnionWith(division.Aliases);
        }

        _aliases.ExceptWith(all.Select(division => division.Name));
    }
}

/// <summary>Names found at a place of a text.</summary>
/// <param name="End">UTF-16 offset after the last of them; the start when there is none.</param>
/// <param name="Candidates">What they may mean: one when the text decides it, none when there is no name.</param>
public readonly record struct DivisionMatch(int End, ImmutableArray<Division> Candidates);
