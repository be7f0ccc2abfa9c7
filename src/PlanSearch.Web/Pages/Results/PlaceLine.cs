using PlanSearch.Answers.Texts;
using PlanSearch.Web.Pages.Texts;

namespace PlanSearch.Web.Pages.Results;

/// <summary>A place as one line: 第一章 › 第二节 › 专栏5 › 第2项.</summary>
internal static class PlaceLine
{
    /// <summary>The line, in the words of a language.</summary>
    public static string Of(Place place, PageTexts texts) => string.Join(" › ", Steps(place, texts));

    private static IEnumerable<string> Steps(Place place, PageTexts texts)
    {
        IEnumerable<string> path = place.Path.IsEmpty && place.BoxLabel is null ? [texts.PlaceStart] : place.Path;
        foreach (var heading in path)
        {
            yield return heading;
        }

        if (place.BoxLabel is { } box)
        {
            yield return box;
        }

        if (place.Entry is { } entry)
        {
            yield return texts.PlaceEntry($"{entry}");
        }
    }
}
