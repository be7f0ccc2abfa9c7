namespace PlanSearch.Plans;

/// <summary>What of a plan a person can confirm (已校核).</summary>
public enum ConfirmedPart
{
    /// <summary>Its headings and boxes.</summary>
    Outline,

    /// <summary>Its tables, with all their rows and cells.</summary>
    Tables,

    /// <summary>What is known of it: title, region, period and so on.</summary>
    Metadata,
}

/// <summary>That a person has looked at a part of a plan and found it right.</summary>
/// <param name="Part">The part.</param>
/// <param name="By">Who.</param>
/// <param name="At">The day, as 2026-11-30.</param>
/// <param name="Text">What the text was, see <see cref="DigestLength"/>.</param>
/// <param name="Content">What the part was.</param>
public sealed record Confirmation(ConfirmedPart Part, string By, string At, string Text, string Content)
{
    /// <summary>
    /// Characters of a digest that are kept: 64 bits of SHA-256 tell two versions of one plan apart, and a person can compare them.
    /// </summary>
    public const int DigestLength = 16;
}

/// <summary>A confirmation, and whether it still holds (已校核) or not (待校核).</summary>
/// <param name="Part">The part.</param>
/// <param name="By">Who confirmed it.</param>
/// <param name="At">The day, as 2026-11-30.</param>
/// <param name="Lapsed">Why it holds no longer, in Chinese; empty where it does.</param>
public sealed record PlanConfirmation(ConfirmedPart Part, string By, string At, string Lapsed)
{
    /// <summary>Whether the text of the part is still what the person confirmed.</summary>
    public bool Holds => Lapsed.Length == 0;
}
