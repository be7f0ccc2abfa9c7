using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PlanSearch.Web.Pages.Texts;

namespace PlanSearch.Web.Pages.Assets;

/// <summary>What the scripts say, in one language: in the file that a browser keeps, not in every page.</summary>
internal static class ScriptWords
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The script that gives them to the others: what these share hangs on <c>window.planSearch</c>.</summary>
    public static string Of(PageTexts texts) => $"window.planSearch = {{ words: {JsonSerializer.Serialize(All(texts), Options)} }};\n";

    private static Dictionary<string, object> All(PageTexts t) => new()
    {
        ["copy"] = t.Copy,
        ["copied"] = t.Copied,
        ["selected"] = t.Selected,
        ["notCopied"] = t.NotCopied,
        ["copyAll"] = t.CopyAll,
        ["close"] = t.KeysClose,
        ["previous"] = t.PreviousMention,
        ["next"] = t.NextMention,
        ["stepper"] = t.StepperNav,
        ["of"] = t.CountOf("{0}"),
        ["ofOne"] = t.CountOf("1"),
        ["citeSelection"] = t.CiteSelection,
        ["more"] = t.ListMore,
        ["shown"] = t.ListedSoFar("{0}"),
        ["moreFailed"] = t.ListMoreFailed,
        ["pick"] = t.PickOne("{0}"),
        ["picked"] = t.PickedSoFar("{0}"),
        ["pickSelection"] = t.PickSelection,
        ["pickAll"] = t.PickAll,
        ["hints"] = new Dictionary<string, string>
        {
            [".hit mark a"] = t.SeeInPlan,
            [".ways .in-words"] = t.AskInWordsHint,
            [".ways .follow"] = t.FeedHint,
        },
        ["exclude"] = t.Exclude,
        ["excludeLabel"] = t.ExcludeLabel("{0}", "{1}"),
        ["styles"] = new Dictionary<string, string> { ["short"] = t.StyleShort, ["reference"] = t.StyleReference },
        ["suggestLabel"] = t.SuggestLabel,
        ["suggestCount"] = t.SuggestCount("{0}"),
        ["kinds"] = new Dictionary<string, string>
        {
            ["word"] = t.KindWord,
            ["topic"] = t.KindTopic,
            ["heading"] = t.KindHeading,
            ["box"] = t.KindBox,
            ["entry"] = t.KindEntry,
            ["spelling"] = t.MeantTitle,
        },
        ["keysTitle"] = t.KeysTitle,
        ["keys"] = new[] { new[] { "/", t.KeySlash }, ["j k", t.KeyNextHit], ["n p", t.KeyNextMention], ["?", t.KeyHelp] },
    };
}
