using AngleSharp.Dom;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>What a browser prints before the items of lists, asked for in document order.</summary>
internal sealed class ListMarkers
{
    private readonly Dictionary<INode, int> _next = [];

    /// <summary>The marker with its blank: 3. or •.</summary>
    public string Of(IElement item)
    {
        if (item.ParentElement is not { NodeName: "OL" } list)
        {
            return "• ";
        }

        var number = NumberIn(item, "value") ?? (_next.TryGetValue(list, out var next) ? next : NumberIn(list, "start") ?? 1);
        _next[list] = number + 1;
        return $"{number}. ";
    }

    private static int? NumberIn(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), out var number) ? number : null;
}
