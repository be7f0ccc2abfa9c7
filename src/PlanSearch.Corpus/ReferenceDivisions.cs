using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus;

/// <summary>The divisions plans are filed under, as the reference data has them.</summary>
internal static class ReferenceDivisions
{
    /// <summary>The divisions, none where there is no reference data; a fault where it cannot be read.</summary>
    public static Outcome<DivisionTree> Of(CorpusOptions options)
    {
        try
        {
            return DivisionTree.Load(options.ReferenceDirectory);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return DivisionTree.Empty;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new RequestFault(FaultKinds.ReferenceInvalid, $"行政区划数据有误，没有采用；改正之前不能入库、修改，地区按名称排列：{e.Message}");
        }
    }
}
