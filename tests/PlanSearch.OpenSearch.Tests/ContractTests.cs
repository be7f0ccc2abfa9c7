using System.Reflection;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.TestSupport.Port;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>A cluster keeps to the contract of the port: each of its tests in a place of its own.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class ContractTests(ThreeNodes nodes)
{
    public static TheoryData<string> Tests => [.. typeof(PlanIndexContract).GetMethods().Where(IsTest).Select(test => test.Name)];

    [NodesTheory]
    [MemberData(nameof(Tests))]
    public void Contract_OfThePort_IsKept(string test)
    {
        var method = typeof(PlanIndexContract).GetMethod(test)!;
        var cases = method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)).ToList();
        foreach (var arguments in cases.Count > 0 ? cases : [[]])
        {
            using var place = new ClusterPlace(nodes.Place());
            using var contract = new Contract(place);
            try
            {
                method.Invoke(contract, arguments);
            }
            catch (TargetInvocationException failed)
            {
                throw new InvalidOperationException(
                    $"{test}({string.Join(", ", arguments)}): {failed.InnerException}", failed.InnerException);
            }
        }
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttribute<FactAttribute>() is not null;

    private sealed class Contract(ClusterPlace place) : PlanIndexContract(place.Open());
}
