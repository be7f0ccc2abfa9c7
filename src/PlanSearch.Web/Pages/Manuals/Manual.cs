using System.Collections.Immutable;
using System.Reflection;

namespace PlanSearch.Web.Pages.Manuals;

/// <summary>What a part of a manual is.</summary>
public enum ManualKind
{
    /// <summary># to ###; <see cref="ManualBlock.Note"/> is the depth.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A list; a line an item.</summary>
    List,

    /// <summary>A numbered list; a line an item.</summary>
    Steps,

    /// <summary>A table; a line a row, cells parted by TAB, the first row its head.</summary>
    Table,

    /// <summary>Text as it is; <see cref="ManualBlock.Note"/> is what the fence says of it.</summary>
    Code,
}

/// <summary>A part of a manual.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">Its text; one line unless the kind says otherwise.</param>
/// <param name="Note">See the kind.</param>
public sealed record ManualBlock(ManualKind Kind, ImmutableArray<string> Lines, string Note = "");

/// <summary>A manual of docs/, which comes with the program: the installation may have no other way to read it.</summary>
/// <remarks>
/// Of Markdown it knows what our manuals use: headings, paragraphs, lists, tables and fences; inside a line code, bold and links.
/// </remarks>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Blocks">Its parts, in their order.</param>
public sealed record Manual(string Name, ImmutableArray<ManualBlock> Blocks)
{
    private const string Folder = "PlanSearch.Web.Manuals.";
    private const string Fence = "```";

    /// <summary>The manuals there are.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(Manual).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The manual of that name; null when there is none.</summary>
    public static Manual? Find(string name)
    {
        if (!Names.Contains(name))
        {
            return null;
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream);
        return new Manual(name, Read(reader.ReadToEnd().Split('\n')));
    }

    /// <summary>The parts of a text.</summary>
    internal static ImmutableArray<ManualBlock> Read(IReadOnlyList<string> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<ManualBlock>();
        for (var at = 0; at < lines.Count;)
        {
            var end = at + 1;
            if (lines[at].StartsWith(Fence, StringComparison.Ordinal))
            {
                while (end < lines.Count && lines[end] != Fence)
                {
                    end++;
                }

                blocks.Add(new ManualBlock(ManualKind.Code, [.. lines.Take(end).Skip(at + 1)], lines[at][Fence.Length..]));
                end++;
            }
            else if (lines[at].Length > 0)
            {
                while (end < lines.Count
                    && lines[end].Length > 0
                    && !lines[end].StartsWith(Fence, StringComparison.Ordinal)
                    && KindOf(lines[at]) != ManualKind.Heading
                    && (KindOf(lines[end]) == KindOf(lines[at]) || KindOf(lines[end]) == ManualKind.Paragraph))
                {
                    end++;
                }

                blocks.Add(BlockOf([.. lines.Take(end).Skip(at)]));
            }

            at = end;
        }

        return blocks.ToImmutable();
    }

    private static ManualKind KindOf(string line) =>
        line.StartsWith('#') ? ManualKind.Heading
        : line.StartsWith('|') ? ManualKind.Table
        : line.StartsWith("- ", StringComparison.Ordinal) ? ManualKind.List
        : line.Length > 2 && char.IsAsciiDigit(line[0]) && line[1..].StartsWith(". ", StringComparison.Ordinal) ? ManualKind.Steps
        : ManualKind.Paragraph;

    private static ManualBlock BlockOf(ImmutableArray<string> lines) => KindOf(lines[0]) switch
    {
        ManualKind.Heading => new ManualBlock(
            ManualKind.Heading, [lines[0].TrimStart('#').Trim()], $"{lines[0].TakeWhile(unit => unit == '#').Count()}"),
        ManualKind.Table => new ManualBlock(ManualKind.Table, [.. lines.Where((_, row) => row != 1).Select(Cells)]),
        ManualKind.List => new ManualBlock(ManualKind.List, Items(lines, "- ".Length)),
        ManualKind.Steps => new ManualBlock(ManualKind.Steps, Items(lines, "1. ".Length)),
        _ => new ManualBlock(ManualKind.Paragraph, [string.Concat(lines)]),
    };

    // A bar inside code is a character of the query language.
    private static string Cells(string row)
    {
        var parts = row.Trim().Trim('|').Split('`');
        return string.Join(
            '\t',
            string.Join('`', parts.Select((part, at) => at % 2 == 0 ? part.Replace('|', '\t') : part))
                .Split('\t')
                .Select(cell => cell.Trim()));
    }

    // What does not begin an item continues the one before it; Chinese lines are joined without a blank.
    private static ImmutableArray<string> Items(ImmutableArray<string> lines, int mark)
    {
        var items = new List<string>();
        foreach (var line in lines)
        {
            if (KindOf(line) == ManualKind.Paragraph)
            {
                items[^1] += line.Trim();
            }
            else
            {
                items.Add(line[mark..]);
            }
        }

        return [.. items];
    }
}
