using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Tests.Language;

public sealed class QueryParserTests
{
    public static TheoryData<string, string> Expressions => new()
    {
        // input                         normal form
        { "氢",                          "氢" },
        { "氢能 储能",                    "氢能 储能" },
        { "氢能　储能",                   "氢能 储能" },                    // full-width blank
        { "氢能 AND 储能 与 风电",         "氢能 储能 风电" },
        { "氢能 OR 储能",                 "氢能 | 储能" },
        { "氢能 或 储能",                 "氢能 | 储能" },
        { "氢能|储能｜风电",               "氢能 | 储能 | 风电" },
        { "氢能|储能 产业",                "(氢能 | 储能) 产业" },           // a bar without blanks is one token
        { "氢能 | 储能 产业",              "氢能 | (储能 产业)" },           // with blanks it binds less than they do
        { "氢能 产业 OR 储能",             "(氢能 产业) | 储能" },
        { "氢能 -氢氧化",                 "氢能 -氢氧化" },
        { "-氢氧化 氢能",                 "氢能 -氢氧化" },
        { "氢能 －氢氧化 −制氢",          "氢能 -氢氧化 -制氢" },            // the minus of an input method
        { "氢能 NOT 氢氧化 非 制氢",        "氢能 -氢氧化 -制氢" },
        { "氢能 -(制氢 | 储氢)",           "氢能 -(制氢 | 储氢)" },
        { "（氢能｜储能） 产业",            "(氢能 | 储能) 产业" },
        { "((氢能))",                    "氢能" },
        { "(氢能 (储能 风电)) -煤",         "氢能 储能 风电 -煤" },           // groups of one kind are one group
        { "(氢能 -煤) 储能",               "氢能 储能 -煤" },
        { "氢能 氢能",                    "氢能" },
        { "\"氢能 产业\"",                "\"氢能 产业\"" },
        { "“氢能 产业” 园区",              "\"氢能 产业\" 园区" },
        { "\"氢能\"",                    "氢能" },
        { "“建设“双碳”基地” 氢能",          "建设“双碳”基地 氢能" },       // nested curly quotes
        { "“十四五”规划 氢能",             "“十四五”规划 氢能" },         // closes within a token: text
        { "（一）加快建设 氢能",            "\"（一）加快建设\" 氢能" },       // closes within a token: text
        { "电网(主网) 建设",               "\"电网(主网)\" 建设" },          // opens within a token: text
        { "\"a\"\"b c\"",                "\"a\"\"b c\"" },              // a doubled quote is one
        { "\"-OR (\"",                   "\"-OR (\"" },
        { "*5G 5G* *5G*",                "*5G 5G* *5G*" },
        { "*\"5G 网\"*",                 "*5G网*" },
        { "**氢能** 产业",                "氢能 产业" },                   // marks of bold print
        { "产业^① 氢能",                  "产业① 氢能" },
        { "10^8 吨",                     "10^8 吨" },
        { "2021-2025 规划",              "2021-2025 规划" },             // - within a token
        { "--氢能 产业",                  "\"--氢能\" 产业" },
        { "氢能 - 产业",                  "氢能 \"-\" 产业" },
        { "非常 或者 OR产业",              "非常 或者 OR产业" },
        { "目标：氢能 产业",               "目标：氢能 产业" },              // no known field
        { "！氢能！ #",                   "！氢能！ #" },
        { "氢能 NEAR/20 产业",             "氢能 NEAR/20 产业" },
        { "氢能 NEAR 产业 园区",           "(氢能 NEAR/20 产业) 园区" },      // without a number 20; binds more than the blank
        { "氢能|储能 NEAR/5 产业",         "(氢能 | 储能) NEAR/5 产业" },
        { "-(氢能 NEAR/0 产业) 园区",      "园区 -(氢能 NEAR/0 产业)" },
        { "同句(氢能 产业)",               "同句(氢能 产业)" },
        { "同专栏（氢能｜储能） 产业",      "同专栏(氢能 | 储能) 产业" },
        { "同规划(同段(氢能 产业) 储能)",   "同规划(同段(氢能 产业) 储能)" },
        { "-同节(氢能 产业) 储能",         "储能 -同节(氢能 产业)" },
        { "同句（一）加快 氢能",            "\"同句（一）加快\" 氢能" },        // closes within a token: text
        { "同句 氢能",                    "同句 氢能" },                    // no bracket: a word
        { "能源!新能源",                  "能源!新能源" },
        { "能源！新能源！能源局 产业",      "能源!新能源!能源局 产业" },
        { "建设?项目",                   "建设?项目" },
        { "打造*高地 产业",               "打造*高地 产业" },
        { "建设???项目",                 "建设???项目" },
        { "如何建设？ 氢能",              "如何建设？ 氢能" },               // a full-width ？ ends a sentence
        { "标题:氢能",                   "标题:氢能" },
        { "标题：“氢能 产业” 园区",        "标题:\"氢能 产业\" 园区" },
        { "专栏:(氢能|储能) -标题:制氢",    "专栏:(氢能 | 储能) -标题:制氢" },
        { "标题:#氢能",                  "标题:#氢能" },
        { "地区：辽阳市 氢能",             "地区:辽阳市 氢能" },
        { "氢能 地区:辽阳|沈阳 -层级:县级",  "地区:辽阳|沈阳 -层级:县级 氢能" },
        { "地区:辽阳 地区:沈阳 (氢能 | 储能)", "地区:辽阳|沈阳 (氢能 | 储能)" },
        { "时期:“十四五 时期” 氢能",        "时期:\"十四五 时期\" 氢能" },
        { "标题： 氢能",                  "标题： 氢能" },                  // nothing right after the colon: text
        { "#氢能 产业",                  "#氢能 产业" },
        { "＃氢能 NEAR/9 补贴",           "#氢能 NEAR/9 补贴" },
        { "#氢能!制氢",                  "#氢能!制氢" },
        { "#氢能！制氢！制氢 产业",         "#氢能!制氢 产业" },               // once, whatever the width of the sign
    };

    public static TheoryData<string, int, string?> Faults => new()
    {
        // input                 offset  proposal
        { "(氢能 储能",            0,      "氢能 储能" },
        { "氢能 储能)",            5,      "氢能 储能" },
        { "1) 氢能",              1,      "1 氢能" },
        { "\"氢能 储能",           0,      "氢能 储能" },
        { "“氢能 储能",            0,      "氢能 储能" },
        { "\"\" 氢能",            0,      "氢能" },
        { "-氢能",                0,      "氢能" },
        { "NOT 氢能 -储能",        0,      "氢能 -储能" },
        { "氢能 | -储能",          5,      "氢能 | 储能" },
        { "氢能 OR",              5,      "氢能" },
        { "OR 氢能",              0,      "氢能" },
        { "氢能 OR OR 储能",       6,      "氢能 | 储能" },
        { "氢能 AND",             6,      "氢能" },
        { "氢能 ()",              4,      "氢能" },
        { "非",                   1,      "\"非\"" },
        { "*",                    0,      "\"*\"" },
        { "氢能 NEAR/ 产业",       3,      "氢能 NEAR/20 产业" },
        { "氢能 NEAR/900 产业",    3,      "氢能 NEAR/500 产业" },
        { "NEAR/3 产业",          0,      "产业" },
        { "氢能 NEAR/3",          9,      "氢能" },
        { "氢能 NEAR/3 产业 NEAR/4 园区", 13, "(氢能 NEAR/3 产业) 园区" },
        { "氢能 NEAR (产业 园区)",  8,      "氢能 产业 园区" },
        { "同句(氢能 产业",         2,      "氢能 产业" },
        { "同专栏（） 产业",        4,      "同专栏 产业" },
        { "能源!太阳能",           2,      "能源 -太阳能" },
        { "能源!“新 能源”",        2,      "\"能源!“新\" 能源”" },
        { "建?区",                1,      "\"建?区\"" },
        { "建设?*区",              2,      "\"建设?*区\"" },
        { "建设????????????区",    2,      "\"建设????????????区\"" },
        { "建设?",                2,      "\"建设?\"" },
        { "*建设?项目",            0,      "\"*建设?项目\"" },
        { "地区:辽阳",             0,      "辽阳" },
        { "(地区:辽阳 氢能)",       1,      "辽阳 氢能" },
        { "氢能 | 地区:辽阳 储能",   5,      "氢能 | (辽阳 储能)" },
        { "地区:辽阳 氢能 | 储能",   0,      "(辽阳 氢能) | 储能" },
        { "地区:(辽阳) 氢能",       3,      "辽阳 氢能" },
        { "标题:标题:氢能",         3,      "标题:氢能" },
        { "#氧能 产业",            0,      "#氢能 产业" },                  // names the nearest
        { "#火星移民",             0,      "火星移民" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Parse_Expression_GivesQueryInNormalForm(string input, string normalForm)
    {
        var parse = QueryParser.Parse(input, Topics);

        Assert.Null(parse.Fault);
        Assert.Equal(normalForm, parse.Query!.NormalForm);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_FaultyExpression_GivesOffsetAndProposalThatParses(string input, int offset, string? proposal)
    {
        var fault = QueryParser.Parse(input, Topics).Fault;

        Assert.NotNull(fault);
        Assert.Equal("query_syntax", fault.Code);
        Assert.Equal((offset, proposal), (fault.Offset, fault.Proposal));
        Assert.NotNull(QueryParser.Parse(fault.Proposal!, Topics).Query);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n　")]
    [InlineData("****")]
    public void Parse_NothingToFind_IsEmpty(string input) => Assert.Equal("query_empty", QueryParser.Parse(input).Fault!.Code);

    [Fact]
    public void Parse_LongestQuery_IsRead() => Assert.NotNull(QueryParser.Parse(new string('氢', SearchRequest.MaxQueryLength)).Query);

    [Fact]
    public void Parse_LongerThanAllowed_IsTooLong() =>
        Assert.Equal("query_too_long", QueryParser.Parse(new string('氢', SearchRequest.MaxQueryLength + 1)).Fault!.Code);

    [Fact]
    public void Parse_MostTerms_IsRead() => Assert.NotNull(QueryParser.Parse(Numbers(QueryParser.MaxTerms)).Query);

    [Fact]
    public void Parse_OneTermTooMany_NamesItAndProposesWithoutIt()
    {
        var input = Numbers(QueryParser.MaxTerms + 1);

        var fault = QueryParser.Parse(input).Fault!;

        Assert.Equal((input.LastIndexOf(' ') + 1, Numbers(QueryParser.MaxTerms)), (fault.Offset, fault.Proposal));
    }

    [Theory]
    [InlineData(QueryParser.MaxDepth, true)]
    [InlineData(QueryParser.MaxDepth + 1, false)]
    [InlineData(SearchRequest.MaxQueryLength / 2 - 1, false)]
    public void Parse_NestedBrackets_AreReadUpToTheLimit(int depth, bool isRead) =>
        Assert.Equal(isRead, QueryParser.Parse(new string('(', depth) + "氢" + new string(')', depth)).Query is not null);

    [Theory]
    [InlineData("氢能", "含“氢能”")]
    [InlineData("氢能 储能 -氢氧化", "含“氢能”并且含“储能”，不含“氢氧化”")]
    [InlineData("(氢能|储能) 产业", "（含“氢能”或者含“储能”）并且含“产业”")]
    [InlineData("氢能 -(制氢 储氢)", "含“氢能”，不得（含“制氢”并且含“储氢”）")]
    [InlineData("\"“双碳” 基地\"", "含「“双碳” 基地」")]
    [InlineData("5G*", "含“5G”（计入更长的字母数字串）")]
    [InlineData("氢能|储能 NEAR/20 产业", "（“氢能”或“储能”）与“产业”在一段中相距不超过20字")]
    [InlineData("同句(氢能 产业) 园区", "（同一句中（含“氢能”并且含“产业”））并且含“园区”")]
    [InlineData("能源!新能源!能源局", "含“能源”（不计“新能源”、“能源局”中的）")]
    [InlineData("建设?项目", "含“建设?项目”（?代一个字）")]
    [InlineData("打造*高地", "含“打造*高地”（*代至多10个字）")]
    [InlineData("标题:氢能", "标题中含“氢能”")]
    [InlineData("地区:辽阳|沈阳 -层级:县级 氢能", "地区为“辽阳”或“沈阳”，层级不是“县级”，含“氢能”")]
    [InlineData("#氢能", "含专题“氢能”的词（“氢能”、“制氢”；不计“氢氧化”中的）")]
    public void InWords_Query_IsSaidInChinese(string input, string words) =>
        Assert.Equal(words, QueryParser.Parse(input, Topics).Query!.InWords);

    [Fact]
    public void Parse_UnknownTopic_NamesNearOnes() =>
        Assert.Contains("相近的有：#氢能、#储能", QueryParser.Parse("#氧能", Topics).Fault!.Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_MoreTopicWordsThanAllowed_IsRefused()
    {
        var many = TopicCatalog.Read(
            new StringReader(
                $"- name: 多\n  members: [{string.Join(", ", Enumerable.Range(0, QueryParser.MaxMembers + 1).Select(number => $"词{number}"))}]\n"));

        Assert.Equal(0, QueryParser.Parse("#多", many).Fault!.Offset);
    }

    private static TopicCatalog Topics { get; } = TopicCatalog.Read(new StringReader(
        "- name: 氢能\n  definition: 氢\n  members: [氢能, 制氢]\n  exclude: [氢氧化]\n- name: 储能\n  members: [储能]\n"));

    private static string Numbers(int count) => string.Join(' ', Enumerable.Range(100, count));
}
