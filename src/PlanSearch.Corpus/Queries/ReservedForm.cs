using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanSearch.Corpus.Queries;

/// <summary>Operators that are part of the language but not answered yet: recognized, so that they never pass for words.</summary>
internal static partial class ReservedForm
{
    /// <summary>The fault of a bare word at <paramref name="offset"/> that is or holds such an operator; null when it is a plain word.</summary>
    public static QueryFault? Find(string word, int offset)
    {
        if (Near().IsMatch(word))
        {
            return NotYet($"邻近检索 {word}", offset, offset, word.Length, "");
        }

        if (Scope().Match(word) is { Success: true } scope)
        {
            return NotYet($"范围“{scope.Groups["scope"].Value}(…)”", offset, offset, scope.Groups["scope"].Length, "");
        }

        if (Field().Match(word) is { Success: true } field)
        {
            return NotYet($"字段“{field.Groups["field"].Value}:”", offset, offset, field.Length, "");
        }

        if (word.Length > 1 && QuerySigns.IsTopicMark(word[0]))
        {
            return NotYet("专题“#”", offset, offset, 1, "");
        }

        for (var i = 1; i < word.Length - 1; i++)
        {
            if (QuerySigns.IsExclusion(word[i]))
            {
                return NotYet("“词!更长的词”", offset + i, offset + i, word.Length - i, "");
            }
        }

        return FindWildcard(word, offset);
    }

    private static QueryFault? FindWildcard(string word, int offset)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '?')
            {
                return NotYet("通配符“?”", offset + i, offset, word.Length, NormalForm.Quote(word));
            }

            if (word[i] == '*' && IsInner(word, i))
            {
                return NotYet("词中的通配符“*”", offset + i, offset, word.Length, NormalForm.Quote(word));
            }
        }

        return null;
    }

    // Two stars together are a mark of bold print, not a wildcard.
    private static bool IsInner(string word, int at) =>
        at > 0 && at < word.Length - 1 && word[at - 1] != '*' && word[at + 1] != '*';

    private static QueryFault NotYet(string what, int offset, int start, int length, string replacement) =>
        new(offset, string.Create(CultureInfo.InvariantCulture, $"暂不支持{what}。"), start, length, replacement);

    [GeneratedRegex(@"^NEAR/\d+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Near();

    [GeneratedRegex(@"^(?<field>标题|专栏|地区|层级|时期|类型|部位|板块)[:：](?=.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<scope>同句|同段|同节|同专栏|同规划)[(（]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scope();
}
