using System.Text;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>A query whose words are in headings or in titles of boxes: 标题:氢能, 专栏:(氢能 | 储能).</summary>
/// <param name="Field"><see cref="QueryField.Title"/> or <see cref="QueryField.Box"/>.</param>
/// <param name="Inner">The query; holds no further <see cref="PlacedQuery"/>.</param>
public sealed record PlacedQuery(QueryField Field, PlanQuery Inner) : PlanQuery
{
    internal override void Print(StringBuilder text)
    {
        text.Append(QueryFields.NameOf(Field)).Append(':');
        Language.NormalForm.AppendPart(Inner, text);
    }

    internal override void Say(StringBuilder text)
    {
        text.Append(Field == QueryField.Title ? "标题中" : "专栏名称中");
        QueryWords.AppendPart(Inner, text);
    }

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => [Inner];

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) => this with { Inner = change(Inner) };

    internal override Query ToIndex(IndexForm form) => Inner.ToIndex(form with { Place = Field });
}
