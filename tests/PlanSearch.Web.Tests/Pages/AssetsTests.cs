using System.Net;
using System.Text.RegularExpressions;

namespace PlanSearch.Web.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed partial class AssetsTests(Site site)
{
    // What Chromium 86 does not know (the number is the Chromium it came with), as patterns over the file without its comments.
    private static readonly string[] NewerStyle =
    [
        @":is\(|:where\(" /* 88 */, @"aspect-ratio" /* 88 */, @":focus-within-" , @"accent-color" /* 93 */, @"@layer" /* 99 */, @":has\(" /* 105 */,
        @"@container|\bcq[wh]\b|container-(type|name)" /* 105 */, @"\d[dsl]v[hwib]\b" /* 108 */, @"color-mix\(|\b(ok)?l(ab|ch)\(|\bcolor\(" /* 111 */,
        @"@property" /* 85, but behind */, @"\binset(-\w+)*:" /* 87 */, @"\b(margin|padding)-(inline|block):" /* 87 */, @"translate:|rotate:|scale:" /* 104 */,
        @"@starting-style|@scope|@supports selector|text-wrap|\bsubgrid\b|scrollbar-(color|width|gutter)|overflow: clip|content-visibility-", @"^\s+&",
        @":(user-)?(in)?valid-|:modal|::backdrop-|:popover-open|\bscroll-timeline|view-transition|anchor-name|field-sizing|@media[^{]*[<>]",
    ];

    private static readonly string[] NewerScript =
    [
        @"\?\." /* 80, but 360's old mode */, @"\?\?", @"\|\|=|&&=" /* 85 */, @"\breplaceAll\b" /* 85 */, @"\.at\(" /* 92 */, @"structuredClone" /* 98 */,
        @"Object\.hasOwn\b" /* 93 */, @"\.(findLast|toSorted|toReversed|with|groupBy|replaceChildren)\(", @"Promise\.(any|withResolvers)" /* 85 */,
        @"\bstatic\s*\{|#\w+\s*[=(;]" /* private members */, @"\bimport\b|\bexport\b", @"navigator\.clipboard|crypto\.subtle|serviceWorker" /* secure context */,
        @"randomUUID|showModal|popover|AbortSignal\.|inert\b|checkVisibility",
    ];

    // Ways by which text becomes markup or code, or something is asked elsewhere.
    private const string Unsafe =
        @"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|https?:|setAttribute\('(on|style)";

    // As they lie in the assembly, so that one that is added is looked at too.
    public static TheoryData<string> Styles => Assets(".css");

    public static TheoryData<string> Scripts => Assets(".js");

    [Theory]
    [InlineData("frame.css", "text/css")]
    [InlineData("frame.js", "text/javascript")]
    [InlineData("favicon.svg", "image/svg+xml")]
    [InlineData("embed/plan-search.css", "text/css")]
    [InlineData("embed/embed.css", "text/css")]
    public async Task Asset_IsServedFromTheAssembly(string name, string type)
    {
        using var response = await site.GetAsync("/assets/" + name);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Style_HasNothingNewerThanChromium86AndNothingFromElsewhere(string name)
    {
        var style = Comments().Replace(await site.TextAsync("/assets/" + name), "");

        Assert.Empty(Found(style, [.. NewerStyle, @"url\(|@import"]));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Script_HasNothingNewerThanEs2019AndMakesNoMarkup(string name)
    {
        var script = Comments().Replace(await site.TextAsync("/assets/" + name), "");

        Assert.Empty(Found(script, [.. NewerScript, Unsafe]));
    }

    [Theory]
    [InlineData(".a:has(b) {}", true)]
    [InlineData(".a { inset: 0 }", true)]
    [InlineData(".a { height: 100dvh }", true)]
    [InlineData(".a { color: color-mix(in srgb, red, blue) }", true)]
    [InlineData(".a:focus-visible { top: 0; gap: 1rem }", false)]
    public void Scanner_OfStyles_KnowsNewFromOld(string style, bool isNewer) => Assert.Equal(isNewer, Found(style, NewerStyle).Count > 0);

    [Theory]
    [InlineData("a?.b", true)]
    [InlineData("a.replaceAll('x', 'y')", true)]
    [InlineData("navigator.clipboard.writeText(a)", true)]
    [InlineData("a ? b : c.replace(/x/g, 'y')", false)]
    public void Scanner_OfScripts_KnowsNewFromOld(string script, bool isNewer) =>
        Assert.Equal(isNewer, Found(script, NewerScript).Count > 0);

    // One style and one script, so that a page is not a list of links; what each is made of is here.
    [Theory]
    [InlineData("", "/assets/site.zh-CN.js", "上一处")]
    [InlineData("?lang=en", "/assets/site.en.js", "Previous")]
    public async Task Pages_LoadOneStyleAndOneScript_WhichHoldEveryOneThereIs(string language, string script, string word)
    {
        var page = await site.PageAsync("/" + language);
        var loaded = page.QuerySelectorAll("link[rel=stylesheet], script")
            .Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!)
            .ToList();

        Assert.Equal(["/assets/site.css", script], loaded.Select(address => address.Split('?')[0]));
        var whole = await site.TextAsync(loaded[0]) + await site.TextAsync(loaded[1]);
        Assert.Contains(word, whole, StringComparison.Ordinal);
        foreach (var name in Names(".css").Concat(Names(".js")).Where(name => !name.StartsWith("embed.", StringComparison.Ordinal)))
        {
            Assert.Contains((await site.TextAsync("/assets/" + name)).Trim(), whole, StringComparison.Ordinal);
        }
    }

    private static TheoryData<string> Assets(string ending) => [.. Names(ending)];

    private static IEnumerable<string> Names(string ending)
    {
        const string Folder = "PlanSearch.Web.wwwroot.";
        return typeof(WebHost).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..]);
    }

    private static List<string> Found(string source, string[] patterns) =>
    [
        .. patterns.SelectMany(pattern => Regex.Matches(
            source, pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                .Select(match => match.Value.Trim())),
    ];

    [GeneratedRegex(
        @"/\*.*?\*/|^\s*//[^\n]*$",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();
}
