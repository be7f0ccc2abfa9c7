using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

public sealed class MetadataRecognizerTests
{
    public static TheoryData<string, string, string> Titles => new()
    {
        // cover region level period type short title
        { "C 岚江省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",                  "岚江省",                  "省级 十四五 发展规划（纲要） 岚江省“十四五”规划纲要" },
        { "C 临漪市霁湖区国民经济和社会发展\nC 第十四个五年规划和 2035 年\nC 远景目标纲要",      "岚江省/临漪市/霁湖区",    "县级 十四五 发展规划（纲要） 临漪市霁湖区“十四五”规划纲要" },
        { "C 岚江省澄湾新区国民经济和社会发展\nC 第十四个五年规划纲要",                          "岚江省/澄湾新区",         "功能区 十四五 发展规划（纲要） 岚江省澄湾新区“十四五”规划纲要" },
        { "C 岚江省氢能产业发展规划\nC （2021—2025年）",                                         "岚江省",                  "省级 十四五 专项规划 岚江省氢能产业发展规划" },
        { "C 望澜市国民经济和社会发展第十三个五年规划纲要",                                      "岚江省/望澜市",           "市级 十三五 发展规划（纲要） 望澜市“十三五”规划纲要" },
        { "C 石栎县“十四五”林下经济发展规划",                                                    "岚江省/望澜市/石栎县",    "县级 十四五 专项规划 石栎县“十四五”林下经济发展规划" },
        { "C 望澜市优化营商环境行动计划（二〇二一—二〇二五年）",                                 "岚江省/望澜市",           "市级 十四五 实施方案和行动计划 望澜市优化营商环境行动计划" },
        { "C 临漪市 “十五五” 规划纲要",                                                          "岚江省/临漪市",           "市级 十五五 发展规划（纲要） 临漪市“十五五”规划纲要" },
        { "C 临漪高新技术产业开发区“十四五”发展规划",                                            "岚江省/临漪市/临漪高新技术产业开发区", "功能区 十四五 发展规划（纲要） 临漪高新技术产业开发区“十四五”发展规划" },
        { "C 望澜市教育“十四五”规划",                                                            "岚江省/望澜市",           "市级 十四五 专项规划 望澜市教育“十四五”规划" },
        { "C \uFEFF 望澜市教育“十四五”规划",                                                    "岚江省/望澜市",           "市级 十四五 专项规划 望澜市教育“十四五”规划" },   // a byte order mark within the file
        { "C 岚江省高新技术产业开发区“十四五”发展规划",                                          "岚江省",                  "省级 十四五 专项规划 岚江省高新技术产业开发区“十四五”发展规划" },   // all its zones
        { "C 霁湖区芦荻镇国民经济和社会发展第十四个五年规划",                                    "岚江省/临漪市/霁湖区/芦荻镇", "乡级 十四五 发展规划（纲要） 霁湖区芦荻镇“十四五”规划纲要" },
        { "C 中华人民共和国国民经济和社会发展第十四个五年规划纲要",                              "全国",                    "国家 十四五 发展规划（纲要） 中华人民共和国“十四五”规划纲要" },
        { "C 岚江省湿地保护规划（2021—2035年）",                                                 "岚江省",                  "省级 2021—2035年 专项规划 岚江省湿地保护规划" },
        { "C 岚江省推进港口数字化三年行动计划（2021-2023年）",                                   "岚江省",                  "省级 2021—2023年 实施方案和行动计划 岚江省推进港口数字化三年行动计划" },
        { "C 加快建设数字港城推进方案\nP 我市港口众多，本市航道畅通。望澜市要走在前列，望澜市先行，望澜市示范。",  "岚江省/望澜市",           "市级 未知 实施方案和行动计划 加快建设数字港城推进方案" },
        { "C 2022年望澜市渔港整治工作方案",                                                      "岚江省/望澜市",           "市级 2022年 实施方案和行动计划 2022年望澜市渔港整治工作方案" },
        { "C 数字岚江2021行动方案\nP 全省加快建设，岚江各地落实，本省统筹。",                     "岚江省",                  "省级 2021年 实施方案和行动计划 数字岚江2021行动方案" },
        { "C 绿色岚江2030规划纲要\nP 全省加快建设，岚江各地落实，本省统筹。",                     "岚江省",                  "省级 到2030年 专项规划 绿色岚江2030规划纲要" },
        { "C 岚江省国民经济和社会发展第十个五年计划纲要",                                        "岚江省",                  "省级 十五 发展规划（纲要） 岚江省“十五”规划纲要" },
        { "C 望澜市国民经济和社会发展十年规划和第八个五年计划纲要",                              "岚江省/望澜市",           "市级 八五 发展规划（纲要） 望澜市“八五”规划纲要" },
        { "C 岚江省“九五”水利规划",                                                              "岚江省",                  "省级 九五 专项规划 岚江省“九五”水利规划" },
        { "C 望澜市国民经济和社会发展第十二个五年（２０１１—２０１５年）规划纲要",               "岚江省/望澜市",           "市级 十二五 发展规划（纲要） 望澜市“十二五”规划纲要" },
        { "C 望澜市国土空间总体规划（2021年-2035年）（草案）",                                   "岚江省/望澜市",           "市级 2021—2035年 国土空间规划 望澜市国土空间总体规划" },
        { "C 临望城市群协同发展规划（二〇二一—二〇三五年）",                                     "",                        "未知 2021—2035年 区域规划 临望城市群协同发展规划" },
        { "C 中共望澜市委关于制定国民经济和社会发展第十五个五年规划的建议",                      "岚江省/望澜市",           "市级 十五五 规划建议 中共望澜市委关于制定国民经济和社会发展第十五个五年规划的建议" },
        { "C 望澜市促进渔业发展若干政策",                                                        "岚江省/望澜市",           "市级 未知 其他 望澜市促进渔业发展若干政策" },
        { "C 关于加强湿地保护（2021—2023年）的意见",                                             "",                        "未知 2021—2023年 实施方案和行动计划 关于加强湿地保护的意见" },
        { "C “十四五”国家湿地保护规划",                                                          "全国",                    "国家 十四五 专项规划 “十四五”国家湿地保护规划" },
        { "C 鼓楼区国民经济和社会发展第十四个五年规划纲要",                                      "",                        "未知 十四五 发展规划（纲要） 鼓楼区“十四五”规划纲要" },   // there are several, and nothing says which
        { "C 鼓楼区国民经济和社会发展第十四个五年规划纲要\nP 本区是南京市的老城，落实南京市各项部署。", "江苏省/南京市/鼓楼区", "县级 十四五 发展规划（纲要） 鼓楼区“十四五”规划纲要" },   // it names the city of one alone
        { "C 临漪新区国民经济和社会发展\nC 第十四个五年规划纲要\nC 临漪新区管理委员会",            "岚江省/临漪市/临漪新区",  "功能区 十四五 发展规划（纲要） 临漪新区“十四五”规划纲要" },
        { "C 澜湖新区绿色建筑行动方案（2023—2025年）\nP 岚江省澜湖新区管理委员会制定。",            "岚江省/澜湖新区",         "功能区 2023—2025年 实施方案和行动计划 澜湖新区绿色建筑行动方案" },
        { "C 石栎县芦荻镇国土空间总体规划\nC （2021—2035年）\nC 芦荻镇人民政府",                    "岚江省/望澜市/石栎县/芦荻镇", "乡级 2021—2035年 国土空间规划 石栎县芦荻镇国土空间总体规划" },
        { "C 石栎县古镇保护利用规划（2021—2035年）\nP 各乡镇人民政府配合。",                         "岚江省/望澜市/石栎县",    "县级 2021—2035年 专项规划 石栎县古镇保护利用规划" },
        { "C 石栎县美丽乡村建设规划（2021—2025年）",                                               "岚江省/望澜市/石栎县",    "县级 十四五 专项规划 石栎县美丽乡村建设规划" },
        { "C 芦荻镇国民经济和社会发展第十四个五年规划\nP 霁湖区芦荻镇位于湖东。",                   "岚江省/临漪市/霁湖区/芦荻镇", "乡级 十四五 发展规划（纲要） 芦荻镇“十四五”规划纲要" },
        { "C 中国（岚江）自由贸易试验区望澜片区制度创新工作方案（2024—2026年）",                   "岚江省/望澜市/中国（岚江）自由贸易试验区望澜片区", "功能区 2024—2026年 实施方案和行动计划 中国（岚江）自由贸易试验区望澜片区制度创新工作方案" },
        { "C 第八师望澜市“十四五”水利规划",                                                       "岚江省/望澜市",           "市级 十四五 专项规划 第八师望澜市“十四五”水利规划" },
        { "C 望澜市国民经济和社会发展第十四个五年规划和\nC 2035年远景目标纲要实施情况中期评估报告",  "岚江省/望澜市",           "市级 十四五 其他 望澜市国民经济和社会发展第十四个五年规划和2035年远景目标纲要实施情况中期评估报告" },
        { "C 望澜市港口提速工作方案\nP 本方案实施期限为2024年1月至2025年12月。",                    "岚江省/望澜市",           "市级 2024—2025年 实施方案和行动计划 望澜市港口提速工作方案" },
        { "C 望澜分区规划\nC （国土空间规划）\nC （2017年—2035年）",                               "岚江省/望澜市",           "市级 2017—2035年 国土空间规划 望澜分区规划（国土空间规划）" },
    };

    public static TheoryData<string, string> Heads => new()
    {
        // head of the file                                                                     文号 / 发布机关 / 日期 / 状态
        {
            """
            P 石栎县人民政府关于印发石栎县国民经济和社会发展第十四个五年规划纲要的通知
            P 石政发〔2021〕7号
            P 各乡镇人民政府，县政府各部门：
            P 现将纲要印发给你们，请认真实施。
            P 石栎县人民政府
            P 2021年5月18日
            P 石栎县国民经济和社会发展第十四个五年规划纲要
            P 石栎县地处山区，林地占八成。
            H 第一章 基础
            """,
            "石政发〔2021〕7号 / 石栎县人民政府 / 2021年5月18日 / 正式"
        },
        {
            """
            P 望 澜 市 人 民 政 府 文 件
            P 望政发［２０２１］６ 号
            P 望澜市人民政府关于印发望澜市渔业发展规划的通知
            P 各县人民政府：
            P 望澜市渔业发展规划
            H 一、基础
            """,
            "望政发〔2021〕6号 / 望澜市人民政府 / 未知 / 正式"
        },
        {
            """
            P 首页 > 政务公开 > 正文
            P 望澜市人民政府关于印发望澜市渔业发展规划的通知
            P [发文字号] 望政发〔2021〕6号
            P [发布日期] 2021-03-04
            H 一、基础
            """,
            "望政发〔2021〕6号 / 望澜市人民政府 / 2021-03-04 / 正式"
        },
        {
            """
            P 岚江省水利厅
            P 岚江省教育厅
            P 文件
            P 岚水规〔2021〕14号
            P 两部门关于印发《岚江省湿地保护规划》的通知
            H 一、基础
            """,
            "岚水规〔2021〕14号 / 岚江省水利厅、岚江省教育厅 / 未知 / 正式"
        },
        {
            """
            P 文号：望高管〔2021〕77号 关键词：集成电路
            C 中共望澜市委关于制定国民经济和社会发展第十五个五年规划的建议
            H 一、基础
            """,
            "望高管〔2021〕77号 / 中共望澜市委 / 未知 / 正式"
        },
        {
            """
            C 临漪市霁湖区国民经济和社会发展第十四个五年规划纲要
            C 临漪市霁湖区人民政府
            C 二〇二一年九月
            D 目录
            H 第一章 基础
            """,
            "未知 / 临漪市霁湖区人民政府 / 二〇二一年九月 / 正式"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要
            P 本纲要由市政府组织编制，是今后五年的行动指南。
            H 第一章 基础
            T 抄送：市委办公室。
            T 临漪市人民政府办公室
            T 2021年4月8日印发
            """,
            "未知 / 临漪市人民政府办公室 / 2021年4月8日 / 正式"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要（草案）
            C 二〇二一年一月
            H 第一章 基础
            """,
            "未知 / 未知 / 二〇二一年一月 / 草案"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要
            C （征求意见稿）
            H 第一章 基础
            """,
            "未知 / 未知 / 未知 / 征求意见稿"
        },
        {
            """
            P 发文机关：望澜市人民政府
            P 发文字号：望政发〔2021〕3号
            P 成文日期：2021年3月4日
            P 望澜市物流业发展规划
            H 一、基础
            """,
            "望政发〔2021〕3号 / 望澜市人民政府 / 2021年3月4日 / 正式"   // what a web site prints above
        },
        {
            """
            C 望澜市国民经济和社会发展第十四个五年规划纲要
            C （2021年2月3日望澜市第八届人民代表大会第六次会议批准）
            H 第一章 基础
            """,
            "未知 / 未知 / 2021年2月3日 / 正式"
        },
        {
            """
            C 望澜市物流业发展规划（讨论稿）
            C 二Ｏ二一年十月
            H 第一章 基础
            """,
            "未知 / 未知 / 二Ｏ二一年十月 / 讨论稿"
        },
        {
            """
            C 岚江省物流业发展规划
            C 岚江省发展和改革委员会
            C 岚江省交通运输厅
            C 2021 年 11 月
            H 一、基础
            """,
            "未知 / 岚江省发展和改革委员会、岚江省交通运输厅 / 2021年11月 / 正式"
        },
        {
            """
            C 岚江省农业农村厅 岚江省财政厅
            C 关于印发2024-2026年岚江省渔船更新补贴实施方案的通知
            P 各市农业农村局、财政局：
            T 2024年7月1日
            H 一、基础
            """,
            "未知 / 岚江省农业农村厅、岚江省财政厅 / 2024年7月1日 / 正式"   // one by one, though print sets a blank between them
        },
        {
            """
            C 望澜市物流业发展规划
            C 市发展改革委
            C 2021年11月
            H 一、基础
            """,
            "未知 / 望澜市发展改革委 / 2021年11月 / 正式"   // in full
        },
        {
            """
            P 望澜市人民政府办公室关于印发望澜市物流业发展规划的通知
            P （望政办〔2021〕8号）
            P 二○二一年三月四日望澜市物流业发展规划
            H 一、基础
            """,
            "望政办〔2021〕8号 / 望澜市人民政府办公室 / 二○二一年三月四日 / 正式"
        },
        {
            """
            N 【档案识别码】 LJ.12.46380
            N 发表时间：2021-03-04 11:19 信息来源：望澜市教育局 浏览量：12
            P 望澜市学前教育行动计划
            H 一、基础
            """,
            "未知 / 望澜市教育局 / 2021-03-04 / 正式"   // what an archive and a web site put above
        },
        {
            """
            C 望澜市国民经济和社会发展第十个五年计划纲要
            C (2 0 0 1年2月1 6日望澜市第三届人民代表大会第四次会议通过)
            H 第一章 基础
            """,
            "未知 / 未知 / 2001年2月16日 / 正式"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要
            P 依据岚政发〔2020〕31号文件，制定本纲要。
            H 第一章 总体布局
            """,
            "未知 / 未知 / 未知 / 未知"   // a number cited in a sentence is another document's
        },
    };

    public static TheoryData<string, string> TitlePlaces => new()
    {
        { "C 石栎县委十届六次全会文件（三）\nC 中共石栎县委关于制定石栎县国民经济和社会发展第十五个五年规划\nC 的建议\nH 一、基础", "中共石栎县委关于制定石栎县国民经济和社会发展第十五个五年规划的建议" },
        { "C 《望澜市渔业发展规划》解读\nH 一、背景", "《望澜市渔业发展规划》解读" },
        { "C 关于公开征求《望澜市港口发展规划（征求意见稿）》意见的公告\nP 现公开征求意见。\nH 一、基础", "望澜市港口发展规划（征求意见稿）" },
        { "C 岚江省人民政府\nC 关于《石栎县国土空间总体规划（2021—2035年）》的批复\nP 你市报来的规划收悉。\nH 一、总体", "石栎县国土空间总体规划（2021—2035年）" },
        { "C 岚江新闻网>时政>正文\nP 中共岚江省委岚江省人民政府印发《临望双城建设规划纲要》\nP 全文如下。\nH 第一章 基础", "临望双城建设规划纲要" },
        { "P 望澜市水利局关于印发2024年工作计划的通知\nP 现将计划印发给你们。\nP 望澜市水利局2024年工作计划\nH 一、基础", "望澜市水利局2024年工作计划" },
        { "P 为谋划好今后五年，编制《望澜市国民经济和社会发展第十四个五年规划纲要》。\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划纲要" },
        { "P 望澜市人民政府关于印发望澜市国民经济和社会发展第十四个五年规划\nP 和二〇三五年远景目标纲要的通知\nP 望政发〔2021〕2号\nP 各县人民政府：\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要" },
        { "P 望澜市人民政府关于印发望澜市物流业发展规划的通知\nP 望政发〔2021〕3号\nP 望澜市物流业发展规划\nH 第一章 基础", "望澜市物流业发展规划" },
        { "C 望澜市国民经济和社会发展第十四个五年规划\nC 纲要\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划纲要" },
        { "C 望澜市国民经济和社会发展第十四个五年规划纲要\nC （2021年2月3日市人大批准）\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划纲要" },
        { "P 索引号：W001\nP 标题：望澜市物流业发展规划\nP 有效性：有效\nH 第一章 基础", "望澜市物流业发展规划" },
        { "P 临漪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要，是今后五年的蓝图。\nH 第一章 基础", "临漪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要" },
        { "P 《岚江省湿地保护规划》，根据有关法规编制。\nH 第一章 基础", "岚江省湿地保护规划" },
        { "P 各县人民政府：\nP 现将《望澜市物流业发展规划》印发给你们。\nH 第一章 基础", "望澜市物流业发展规划" },
        { "P 望澜市人民政府关于印发望澜市\nP 物流业发展规划的通知\nH 第一章 基础", "望澜市物流业发展规划" },
        { "C 内部资料\nC 岚江省氢能产业发展规划\nC 附件1\nH 第一章 基础", "岚江省氢能产业发展规划" },
        { "P 岚江省人民政府办公厅关于转发省水利厅等部门湿地保护行动方案（2021—2023年）的通知\nH 一、基础", "湿地保护行动方案（2021—2023年）" },
        { "C 岚江省人民政府关于印发促进渔业发展若干政策和岚江省渔业行动计划（2021—2023年）的通知\nC 促进渔业发展若干政策\nH 一、基础", "促进渔业发展若干政策和岚江省渔业行动计划（2021—2023年）" },
        { "P 中共岚江省委办公厅岚江省人民政府办公厅印发《关于实施⾰新⼯程（2021—2025年）的意⻅》，并要求各地执行。\nH 一、基础", "关于实施革新工程（2021—2025年）的意见" },
        { "C 岚江日报/2 0 2 1年/0 2月/2 0日/第A0 1版/\nC 岚江省湿地保护规划\nH 第一章 基础", "岚江省湿地保护规划" },
        { "C 规划全文：岚江省湿地保护规划\nH 第一章 基础", "岚江省湿地保护规划" },
        { "P 强化财税金融政策\nP 落实各项扶持。\nH 第一章 基础", "plan-17" },   // a heading, not a title
        { "C 岚江省人民政府文件\nC 岚江省氢能产业发展规划\nH 第一章 基础", "岚江省氢能产业发展规划" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void Recognize_TitleOnTheCover_GivesRegionLevelPeriodTypeAndShortTitle(string cover, string region, string rest)
    {
        var metadata = Recognize($"{cover}\nH 第一章 基础");

        Assert.Equal(region, string.Join('/', metadata.RegionPath));
        Assert.Equal(rest, $"{metadata.Level} {metadata.Period} {metadata.Type} {metadata.ShortTitle}");
    }

    [Theory]
    [MemberData(nameof(Heads))]
    public void Recognize_HeadOfTheFile_GivesNumberOfficeDateAndState(string head, string expected)
    {
        var metadata = Recognize(head);

        Assert.Equal(expected, $"{metadata.DocumentNumber} / {metadata.Issuer} / {metadata.Date} / {metadata.State}");
    }

    [Theory]
    [MemberData(nameof(TitlePlaces))]
    public void Recognize_TitleElsewhereThanOnTheCover_FindsIt(string head, string title) => Assert.Equal(title, Recognize(head).Title);

    [Fact]
    public void Recognize_NoTitleAnywhere_TakesTheFileNameAndSaysUnknown()
    {
        var metadata = Recognize("H 第三节 能源\nP 科学编制国土空间规划。");

        Assert.Equal("plan-17", metadata.Title);
        Assert.Empty(metadata.RegionPath);
        Assert.Equal("标题 地区 文号 层级 时期 类型 发布机关 日期 状态", string.Join(' ', metadata.UnknownFields));
        Assert.Empty(metadata.Inferences);
    }

    [Fact]
    public void Recognize_NoTitleButATextFullOfItsProvince_ConcludesItAndSaysHow()
    {
        var text = string.Concat(Enumerable.Repeat("P 全省统筹岚江各市发展，“十四五”时期岚江省迈上台阶。\n", 15));

        var metadata = Recognize("H 第三节 能源\n" + text + string.Concat(Enumerable.Repeat("P “十四五”任务。\n", 6)));

        Assert.Equal("岚江省", string.Join('/', metadata.RegionPath));
        Assert.Equal("十四五", metadata.Period);
        Assert.Contains("标题", metadata.UnknownFields);
        Assert.Collection(
            metadata.Inferences,
            region => Assert.StartsWith("地区：岚江省。标题没有写明地区；正文自称“全省”“我省”15次，提到岚江省30次", region, StringComparison.Ordinal),
            period => Assert.StartsWith("时期：十四五。", period, StringComparison.Ordinal));
    }

    [Fact]
    public void Recognize_NoTitleButTheCountry_ConcludesCountryTypeAndGoals()
    {
        var metadata = Recognize("P 为落实党中央、国务院部署，推动我国湿地保护，制定本行动计划。\nH 一、目标\nP 到2027年，全国湿地面积稳中有升。");

        Assert.Equal(
            "全国 国家 到2027年 实施方案和行动计划", $"{string.Join('/', metadata.RegionPath)} {metadata.Level} {metadata.Period} {metadata.Type}");
        Assert.Equal("地区 时期 类型", string.Join(' ', metadata.Inferences.Select(inference => inference[..2])));
    }

    [Theory]
    [InlineData("P 全市提升湿地质量，落实国务院部署，服务我国生态安全。")]
    [InlineData("P 落实国务院部署，服务我国生态安全。市委、市政府统筹。")]
    public void Recognize_NoTitleAndALandOfItsOwn_IsNotOfTheCountry(string text) => Assert.Empty(Recognize("H 一、目标\n" + text).RegionPath);

    [Theory]
    [InlineData("岚江省湿地保护行动计划（2022-2025年）.txt", "岚江省 省级 2022—2025年 实施方案和行动计划", "地区 时期 类型")]
    [InlineData("shidi_2021_2023.txt", " 未知 2021—2023年 未知", "时期")]
    [InlineData("湿地2021-20220315.txt", " 未知 未知 未知", "")]   // the second is a day
    [InlineData("03-岚江省湿地名录.txt", "岚江省 省级 未知 未知", "地区")]
    [InlineData("shidi_2021.txt", " 未知 未知 未知", "")]   // the year of a name may be that of its making
    public void Recognize_TextThatSaysNothing_TakesItFromTheFileNameAndSaysSo(string file, string expected, string inferred)
    {
        var metadata = MetadataRecognizer.Recognize(PlanSketch.Of("H 第三节 湿地\nP 保护湿地。"), file, ReferenceData.Divisions);

        Assert.Equal(expected, $"{string.Join('/', metadata.RegionPath)} {metadata.Level} {metadata.Period} {metadata.Type}");
        Assert.Equal(inferred, string.Join(' ', metadata.Inferences.Select(inference => inference[..2])));
        Assert.All(metadata.Inferences, inference => Assert.Contains("文件名", inference, StringComparison.Ordinal));
        Assert.Contains("标题", metadata.UnknownFields);
    }

    [Fact]
    public void Recognize_TwoProvincesNamedAlike_LeavesTheRegionUnknown()
    {
        var text = string.Concat(Enumerable.Repeat("P 全省推进岚江省与辽宁省协作。\n", 30));

        Assert.Empty(Recognize("H 第三节 能源\n" + text).RegionPath);
    }

    [Fact]
    public void Recognize_AmbiguousDistrictNamedWithItsCityInTheText_IsThatOneAndSaysSo()
    {
        var metadata = Recognize("C 鼓楼区国民经济和社会发展第十四个五年规划纲要\nP 福州市鼓楼区地处城中。\nH 第一章 基础");

        Assert.Equal("福建省/福州市/鼓楼区", string.Join('/', metadata.RegionPath));
        Assert.Contains("福州市鼓楼区", Assert.Single(metadata.Inferences), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "全文")]
    [InlineData(false, "节选")]
    public void Recognize_NumberingWithOrWithoutGaps_GivesCompleteness(bool isComplete, string completeness) =>
        Assert.Equal(
            completeness,
            MetadataRecognizer.Recognize(PlanSketch.Of("H 第一章 基础", isComplete), "a.txt", ReferenceData.Divisions).Completeness);

    private static PlanMetadata Recognize(string lines) =>
        MetadataRecognizer.Recognize(PlanSketch.Of(lines), "plan-17.txt", ReferenceData.Divisions);
}
