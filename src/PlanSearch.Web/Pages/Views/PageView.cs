using PlanSearch.Answers.Clips;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Pages.Texts;

namespace PlanSearch.Web.Pages.Views;

/// <summary>The unit the facets show.</summary>
internal enum FacetUnit
{
    /// <summary>处.</summary>
    Mentions,

    /// <summary>章节.</summary>
    Records,

    /// <summary>部.</summary>
    Plans,
}

/// <summary>How a page is shown, as opposed to what it shows: language, size of the letters, colours, and what is unfolded.</summary>
/// <remarks>Language, size and colours are kept in a cookie; all others belong to the address and are lost with it.</remarks>
internal sealed record PageView
{
    /// <summary>What nobody has said anything about.</summary>
    public static PageView Default { get; } = new();

    /// <summary>The texts of the page's language.</summary>
    public PageTexts Texts { get; init; } = Chinese.Texts;

    /// <summary>适老化: large letters.</summary>
    public bool IsLarge { get; init; }

    /// <summary>dark or light; empty follows the browser.</summary>
    public string Theme { get; init; } = "";

    /// <summary>The colour a frame's site wants, as six hexadecimal digits; empty for our own.</summary>
    public string Accent { get; init; } = "";

    /// <summary>Whether a token confines what is shown; nothing is changed from there.</summary>
    public bool IsConfined { get; init; }

    /// <summary>What the facets count.</summary>
    public FacetUnit Unit { get; init; }

    /// <summary>Whether the page is 逐处.</summary>
    public bool IsMentions { get; init; }

    /// <summary>The order of mentions on 逐处.</summary>
    public MentionOrder Order { get; init; }

    /// <summary>How many characters next to a mention are grouped on 逐处; <see cref="ByWords"/> for words.</summary>
    public int Width { get; init; } = 1;

    /// <summary>The <see cref="Width"/> that stands for words.</summary>
    public const int ByWords = 0;

    /// <summary>How an address says so.</summary>
    public const string WordsName = "word";

    /// <summary>Whether occurrences that are not counted are listed.</summary>
    public bool WithAside { get; init; }

    /// <summary>Whether facets list the values without a mention too.</summary>
    public bool WithZero { get; init; }

    /// <summary>The value of a large tree of values that is unfolded; empty for none.</summary>
    public string Unfolded { get; init; } = "";

    /// <summary>The hit that is shown with every mention, see <see cref="HitName"/>; empty for none.</summary>
    public string Hit { get; init; } = "";

    /// <summary>Whether the whole absence list is shown, however long it is.</summary>
    public bool WithAllAbsent { get; init; }

    /// <summary>Whether the certificate is shown unfolded.</summary>
    public bool WithCertificate { get; init; }

    /// <summary>Whether every longer word and every other wording is offered, not the first alone.</summary>
    public bool WithAllOffers { get; init; }

    /// <summary>Whether source lines are shown on the reading page.</summary>
    public bool WithLines { get; init; }

    /// <summary>The anchor of the block that is cited; empty for none.</summary>
    public string Cited { get; init; } = "";

    /// <summary>Whether the record that this block begins is cited, rather than the block.</summary>
    public bool CitesRecord { get; init; }

    /// <summary>The folder of excerpts that the browser keeps, as the code of its link; empty for none.</summary>
    public string Clips { get; init; } = "";

    /// <summary>The same, read; a fault when the code is damaged.</summary>
    public Outcome<ClipFolder> Folder => ClipLink.Read(Clips);

    /// <summary>The address asked for, its parameters included, below the path base.</summary>
    public string Address { get; init; } = "/";

    /// <summary>The same address in another language, size or colour.</summary>
    public string With(string name, string value)
    {
        var parts = Address.Split('?', 2);
        var kept = parts.Length < 2
            ? []
            : parts[1]
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal));
        return $"{parts[0]}?{string.Join('&', kept.Append($"{name}={value}"))}";
    }

    /// <summary>The classes of the page's root element; null for none.</summary>
    public string? Classes => $"{(IsLarge ? "large " : "")}{Theme}".Trim() is { Length: > 0 } classes ? classes : null;
}
