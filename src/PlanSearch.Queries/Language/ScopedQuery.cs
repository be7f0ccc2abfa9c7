using System.Text;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>A query that is decided within a sentence, a block, a section, a box or a plan: 同句(氢能 产业).</summary>
/// <param name="Scope">What it is decided in.</param>
/// <param name="Inner">The query.</param>
public sealed record ScopedQuery(QueryScope Scope, PlanQuery Inner) : PlanQuery
{
    internal override void Print(StringBuilder text)
    {
        text.Append(QueryScopes.Of(Scope).Name).Append('(');
        Inner.Print(text);
        text.Append(')');
    }

    internal override void Say(StringBuilder text)
    {
        text.Append(QueryScopes.Of(Scope).Place).Append('中');
        QueryWords.AppendPart(Inner, text);
    }

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => [Inner];

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) => this with { Inner = change(Inner) };

    internal override Query ToIndex(IndexForm form)
    {
        var row = QueryScopes.Of(Scope);
        return new ScopeQuery(row.Group, row.Level, Inner.ToIndex(form));
    }
}
