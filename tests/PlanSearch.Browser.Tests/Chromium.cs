namespace PlanSearch.Browser.Tests;

/// <summary>The browser of the machine: Debian's chromium, or what PLANSEARCH_CHROMIUM names.</summary>
/// <remarks>
/// Where the form without windows is there, it is taken: the whole browser draws its own windows as pages, which takes half of the time.
/// </remarks>
internal static class Chromium
{
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell", Whole = "/usr/bin/chromium";

    public static string Path { get; } =
        Environment.GetEnvironmentVariable("PLANSEARCH_CHROMIUM") ?? (File.Exists(WithoutWindows) ? WithoutWindows : Whole);

    /// <summary>Why nothing can be tested in it; null when it is there.</summary>
    public static string? Missing { get; } = File.Exists(Path)
        ? null
        : $"No browser at {Path}: apt-get install chromium-headless-shell fonts-noto-cjk, or name one in PLANSEARCH_CHROMIUM.";

    /// <summary>Nothing of its own in the background, so that every request seen is the page's.</summary>
    public static string[] Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP *.test 127.0.0.1",
    ];
}

/// <summary>A test in the browser; skipped by name, with the reason, where there is none.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.Missing;
}

/// <inheritdoc cref="ChromiumFactAttribute"/>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Chromium.Missing;
}
