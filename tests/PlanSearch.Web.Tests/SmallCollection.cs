using System.Globalization;

namespace PlanSearch.Web.Tests;

/// <summary>A few invented plans on disk, with what a page could trip over; gone when disposed.</summary>
public sealed class SmallCollection : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansearch-web-");

    public SmallCollection()
    {
        Directory.CreateDirectory(Plans);
        Write("linyi.txt", Linyi);
        Write("linyi.meta.yaml", "主管部门: 发展改革委\n");
        Write("jihu.txt", Jihu);
        Write("excerpt.txt", Excerpt);
        for (var at = 0; at < MarkupPayloads.All.Length; at++)
        {
            Write($"hostile/{at.ToString("D2", CultureInfo.InvariantCulture)}.txt", Hostile(MarkupPayloads.All[at]));
        }

        // A name is text too; "/" cannot be in one.
        Write("<img src=x onerror=alert(1)>&'.txt", Jihu.Replace("霁湖区", "雾湖区"));
        File.WriteAllBytes(Path.Combine(Plans, "broken.pdf"), [0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3]);
    }

    /// <summary>The folder of plan files.</summary>
    public string Plans => Path.Combine(_folder.FullName, "plans");

    /// <summary>Where the index is built.</summary>
    public string Index => Path.Combine(_folder.FullName, "index");

    /// <summary>Adds or replaces a file.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(Plans, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose()
    {
        // A factory of hosts is disposed of twice, once without waiting.
        if (Directory.Exists(_folder.FullName))
        {
            _folder.Delete(recursive: true);
        }
    }

    private const string Linyi =
        """
        临漪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要

        第一章 发展基础

        第一节 主要成效

        营商环境持续改善，氢能产业起步。新能源装备、氢能与储能协同发展，一万二千户企业受益。

        第二节 面临形势

        氢能重卡示范推广，2025年建成加氢站12座，5G基站覆盖城区。

        第二章 重点任务

        第一节 壮大氢能产业

        1. 氢能制备。建设制氢基地。
        2. 氢能应用。推广燃料电池客车。

        专栏1 氢能重点工程

        1. 制氢项目：建设绿色氢能基地一处；
        2. 加氢项目：建设加氢站十二座。

        专栏2 主要指标

        指标	单位	2020年	2025年
        氢能产值	亿元	11	120
        人口	万人	300	310

        第二节 优化营商环境

        深化“一网通办”，营商环境评价进入全省前列。

        第三章 保障措施

        加强组织领导，落实责任。
        """;

    private const string Jihu =
        """
        霁湖区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要

        第一章 发展基础

        营商环境不断优化，湖区生态持续向好。

        第二章 重点任务

        发展文旅产业和莲藕加工业。

        第三章 保障措施

        加强组织领导。
        """;

    private const string Excerpt =
        """
        望澜市国民经济和社会发展第十四个五年规划纲要

        第五章 深化改革

        推进要素市场化配置。

        第八章 生态建设

        实施湿地修复。
        """;

    private static string Hostile(string payload) =>
        $"""
        {payload}县国民经济和社会发展第十四个五年规划纲要

        第一章 总体要求 {payload}

        探针甲{payload}探针乙。

        专栏1 工程 {payload}

        1. 项目{payload}：建设探针丙。

        第二章 保障措施

        {payload}
        """;
}
