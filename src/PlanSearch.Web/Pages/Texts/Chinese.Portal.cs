namespace PlanSearch.Web.Pages.Texts;

/// <summary>What other sites show of this one.</summary>
internal sealed partial class Chinese
{
    public override string OpenSearchDescription => "查规划文本里的每一处，附出处";
    public override string DemoTitle => "放进门户";
    public override string DemoLead => "四种办法，复制一段即可。各段里已写好本站的地址；下面“打开示例”就是同一段代码的效果。";
    public override string DemoSnippet(string name) => $"{name}的代码";
    public override string DemoOpen => "打开示例";
    public override string DemoMore => "限定范围的令牌、反向代理、密钥、更新和备份，见文档《一小时门户接入》。";
    public override string DemoHead => "本页的 head 里有这一段。浏览器据此可把本站加为一个搜索引擎，在地址栏里直接检索，并有建议。";
    public override string DemoNeedsCors => "别的网站用它，须先在设置 PlanSearch__CorsOrigins 里写上那个网站的来源（如 https://portal.example）；现在一个也没有。";
    public override string DemoNeedsFrames => "别的网站用它，须先在设置 PlanSearch__FrameAncestors 里写上那个网站的来源；现在不允许任何网站嵌入。";
    public override string EmbedWhole => "在检索站查看全部";

    public override string DemoName(string sample) => sample switch
    {
        "component" => "网页组件",
        "frame" => "内嵌框架",
        "form" => "检索表单",
        _ => "浏览器搜索",
    };

    public override string DemoAbout(string sample) => sample switch
    {
        "component" => "一个脚本，没有依赖；在所在页面里显示检索框、数目、原文和出处。适合门户自己的页面。",
        "frame" => "一个 iframe，不用脚本。适合不能加脚本的页面。",
        "form" => "只有一个表单，结果在新窗口打开。哪里都能用。",
        _ => "写在门户页面的 head 里，浏览器即可把本站加为搜索引擎。",
    };
}
