namespace PlanSearch.Web.Tests;

/// <summary>Texts that become elements, attributes or script wherever someone forgets to encode.</summary>
public static class MarkupPayloads
{
    /// <summary>All of them, each once; none holds a line end.</summary>
    public static string[] All => [.. Whole.Concat(Composed).Distinct().Take(Count)];

    /// <summary>How many there are.</summary>
    public const int Count = 200;

    private static readonly string[] WaysOut =
    [
        "", "\">", "'>", "\" ", "' ", "</mark>", "</a>", "</title>", "</textarea>", "</option></select>", "--> ", "]]> ", "</table>", "</svg>", "\\\"> ",
    ];

    private static readonly string[] Payloads =
    [
        "<script>alert(2)</script>",
        "<img src=x onerror=alert(2)>",
        "<svg><animate onbegin=alert(2) attributeName=x dur=1s>",
        "<details open ontoggle=alert(2)>",
        "<video><source onerror=alert(2)></video>",
        "<input autofocus onfocus=alert(2)>",
        "<iframe srcdoc=\"<script>alert(2)</script>\"></iframe>",
        "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
        "<template><script>alert(2)</script></template>",
        "<noscript><img src=x onerror=alert(2)></noscript>",
        "<button formaction=javascript:alert(2)>go</button>",
        "onmouseover=alert(2) tabindex=1",
    ];

    // Every way out of a text, an attribute or an element, before everything that runs or loads once it is out.
    private static IEnumerable<string> Composed => Payloads.SelectMany(_ => WaysOut, (payload, way) => way + payload);

    private static string[] Whole =>
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<IMG SRC=x OnError=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg/onload=alert(1)//",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<b>bold</b>",
        "</mark><b>bold</b><mark>",
        "<mark>not a hit</mark>",
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "\"><img src=x onerror=alert(1)>",
        "'><img src=x onerror=alert(1)>",
        "\" autofocus onfocus=alert(1) x=\"",
        "<!-- comment --><p>after</p>",
        "--><script>alert(1)</script>",
        "]]><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "<a href=javascript:alert(1)>link</a>",
        "javascript:alert(1)",
        "<base href=//evil.example/>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>*{display:none}</style>",
        "<form action=//evil.example><input name=q></form>",
        "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "＜script＞alert(1)＜/script＞",
        "@Html.Raw(\"<script>alert(1)</script>\") {{7*7}} ${7*7}",
    ];

    /// <summary>Two hundred: each of <see cref="All"/> alone, and within what often is around user's text.</summary>
    public static IReadOnlyList<string> Many { get; } =
        [.. ((string[])["{0}", "\">{0}", "'>{0}", "</p>{0}<p>", "a{0}b", "&{0};"])
            .SelectMany(frame => All.Select(payload => frame.Replace("{0}", payload)))
            .Distinct()
            .Take(200)];
}
