using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;

namespace PlanSearch.Plans.Reading.Formats;

/// <summary>Gathers the lines a format reader takes out of a file, with the page each begins on.</summary>
internal sealed class LineCollector
{
    private readonly ImmutableArray<string>.Builder _lines = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<int>.Builder _pages = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<ParseDiagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<ParseDiagnostic>();
    private readonly ImmutableArray<int>.Builder _furniture = ImmutableArray.CreateBuilder<int>();
    private long _characters;
    private long _cells;
    private int _shortLines;

    /// <summary>The 1-based page lines are taken from now; 0 where the source has none.</summary>
    public int Page { get; set; }

    /// <summary>
    /// The 0-based line of the file at which what is added next is, so that it keeps its number; -1 in formats without lines.
    /// </summary>
    public int SourceLine { get; set; } = -1;

    /// <summary>Code units so far that are no blanks.</summary>
    public int Words { get; private set; }

    /// <summary>The lines so far that are not blank.</summary>
    public List<string> Texts => [.. _lines.Where(line => line.Length > 0)];

    /// <summary>Adds what one line feed after another cuts into lines; an empty text is a blank line.</summary>
    public void Add(string text)
    {
        ReadingBound.Characters.Hold(_characters += text.Length + 1);
        ReadingBound.Cells.Hold(_cells += text.AsSpan().Count('\t'));
        while (_lines.Count < SourceLine)
        {
            AddLine("");
        }

        foreach (var line in text.Split('\n'))
        {
            AddLine(line);
        }
    }

    private void AddLine(string line)
    {
        ReadingBound.Lines.Hold(_lines.Count + 1);
        ReadingBound.ShortLines.Hold(_shortLines += ReadingBound.IsShort(line) ? 1 : 0);
        Words += line.Count(letter => !char.IsWhiteSpace(letter));
        _lines.Add(LineSplitter.Clean(line, _lines.Count + 1, _diagnostics));
        _pages.Add(Page);
    }

    /// <summary>What the file says its title is.</summary>
    public string Title { get; set; } = "";

    /// <summary>Adds a paragraph that is no part of the article it is beside.</summary>
    public void AddFurniture(string text)
    {
        var before = _lines.Count;
        AddParagraph(text);
        _furniture.AddRange(Enumerable.Range(before + 1, _lines.Count - before).Where(line => _lines[line - 1].Length > 0));
    }

    /// <summary>Adds a paragraph: a blank line before it says that nothing continues here. One without words is left out.</summary>
    public void AddParagraph(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            EndParagraph();
            Add(text);
        }
    }

    /// <summary>Tells what is to be known of the file beside its text.</summary>
    public void Note(ParseDiagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>A blank line, unless one is here already, or would push what comes next from its line.</summary>
    public void EndParagraph()
    {
        if (SourceLine < 0 && _lines.Count > 0 && _lines[^1].Length > 0)
        {
            Add("");
        }
    }

    /// <summary>The source; a failure when there is no text.</summary>
    /// <param name="format">What the file is, for <see cref="SourceText.Format"/>.</param>
    /// <param name="decoded">The encoding the file was read in; null for formats that hold characters.</param>
    public ReadResult Finish(string format, DecodedText? decoded)
    {
        if (decoded?.Doubt is { } doubt)
        {
            _diagnostics.Insert(0, new ParseDiagnostic(0, Rules.UnlikelyText.Id, doubt));
        }

        return SourceCheck.Of(new SourceText
        {
            Encoding = decoded?.Encoding ?? "unicode",
            EncodingReason = decoded?.Reason ?? $"{format} 文件自带",
            Format = format,
            Lines = _lines.ToImmutable(),
            Pages = _pages.Contains(0) ? [] : _pages.ToImmutable(),
            Furniture = _furniture.ToImmutable(),
            Title = Title,
            Diagnostics = _diagnostics.ToImmutable(),
        });
    }
}
