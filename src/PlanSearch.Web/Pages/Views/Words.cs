using System.Globalization;

namespace PlanSearch.Web.Pages.Views;

/// <summary>How numbers and times are written, in every language.</summary>
internal static class Words
{
    /// <summary>12,345.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>0.42, 12.3: as many decimals as say something.</summary>
    public static string Decimal(double number) => number.ToString(number < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    /// <summary>The first 12 digits of a digest: enough to compare by eye, the whole is in the title.</summary>
    public static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest;
}
