using System.Text.Json;

namespace PlanSearch.Answers.Texts;

/// <summary>Texts of a JSON document that somebody sent.</summary>
public static class JsonTexts
{
    /// <summary>The text of a string; null where it has half of a surrogate pair, written as an escape: that is no text.</summary>
    /// <exception cref="InvalidOperationException">The element is no string: the caller asks first.</exception>
    public static string? Of(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            throw new InvalidOperationException($"An element of kind {element.ValueKind} is asked for its text.");
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
