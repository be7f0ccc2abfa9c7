using System.Collections.Immutable;
using System.Text.Json;

namespace PlanSearch.Answers.Measuring;

/// <summary>A question with the places that a person judged to answer it.</summary>
/// <param name="Q">The question.</param>
/// <param name="Kind">What kind of question it is, in any words; scores are printed kind by kind.</param>
/// <param name="Rel">The places.</param>
public sealed record JudgedQuestion(string Q, string Kind, ImmutableArray<JudgedLine> Rel)
{
    /// <summary>
    /// Reads a file, an object a line: <c>{"q","kind","rel":[{"plan","line","grade":0–3}]}</c>; blank lines are passed over.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is none; the message names it.</exception>
    public static ImmutableArray<JudgedQuestion> Load(string path)
    {
        var questions = ImmutableArray.CreateBuilder<JudgedQuestion>();
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (line.AsSpan().IsWhiteSpace())
            {
                continue;
            }

            questions.Add(Read(line) ?? throw new InvalidDataException(
                $"{path}, line {number + 1}: expected {{\"q\", \"kind\", \"rel\": [{{\"plan\", \"line\", \"grade\": 0 to 3}}]}}, at least "
                    + "one place."));
        }

        return questions.ToImmutable();
    }

    private static JudgedQuestion? Read(string line)
    {
        try
        {
            var question = JsonSerializer.Deserialize<JudgedQuestion>(line, JsonSerializerOptions.Web);
            return question is { Q: { Length: > 0 }, Kind: not null, Rel: { IsDefaultOrEmpty: false } rel }
                && rel.All(place => place is { Plan.Length: > 0, Line: > 0, Grade: >= 0 and <= 3 }) ? question : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A place that answers a question.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Line">A line of its source, from 1: a section or box that holds it answers.</param>
/// <param name="Grade">3 the section is about what is asked, 2 a paragraph answers it, 1 it touches it, 0 it does not answer.</param>
public sealed record JudgedLine(string Plan, int Line, int Grade);
