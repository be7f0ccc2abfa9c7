using System.Security.Cryptography;
using System.Text;

namespace PlanSearch.Queries.Words;

/// <summary>A short digest of a list of words: another list has another one.</summary>
internal static class ListVersion
{
    private const int Digits = 12;

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
