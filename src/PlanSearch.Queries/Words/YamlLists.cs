using System.Collections.Immutable;
using PlanSearch.Queries.Signs;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Queries.Words;

/// <summary>Reads files that are a YAML list of entries with lists of words.</summary>
internal static class YamlLists
{
    /// <summary>Reads a file; without it there is nothing.</summary>
    /// <exception cref="InvalidDataException">The file is no such list; the message says where and why.</exception>
    public static T Load<T>(string path, Func<TextReader, T> read, T nothing)
    {
        if (!File.Exists(path))
        {
            return nothing;
        }

        try
        {
            using var text = File.OpenText(path);
            return read(text);
        }
        catch (YamlException fault)
        {
            throw new InvalidDataException($"{path}, line {fault.Start.Line}: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or EndOfStreamException)
        {
            // The library meets some faults (a broken end, characters in the wrong place) with these instead, and without a line.
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>The entries of a list; none of an empty text.</summary>
    /// <exception cref="YamlException">It is no list.</exception>
    public static ImmutableArray<T> Read<T>(TextReader text, Func<Parser, T> readEntry)
    {
        var parser = new Parser(text);
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return [];
        }

        parser.Consume<DocumentStart>();
        parser.Consume<SequenceStart>();
        var entries = ImmutableArray.CreateBuilder<T>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            entries.Add(readEntry(parser));
        }

        return entries.ToImmutable();
    }

    /// <summary>A list of words, each once.</summary>
    /// <exception cref="YamlException">It is none.</exception>
    public static ImmutableArray<string> ReadWords(Parser parser)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (QueryText.Clean(parser.Consume<Scalar>().Value) is { Length: > 0 } word && !words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words.ToImmutable();
    }
}
