using PlanSearch.Plans.Metadata;
using PlanSearch.Web.Pages.Collection;

namespace PlanSearch.Web.Tests.Pages;

public sealed class MetadataFormTests
{
    [Fact]
    public void Fields_OfTheForm_AreThoseThatCanBeWritten()
    {
        var metadata = new PlanMetadata { Title = "甲市规划", ShortTitle = "规划", RegionPath = ["甲省", "甲市"], Level = PlanLevels.City };
        foreach (var field in MetadataFields.All)
        {
            metadata = field.With?.Invoke(metadata, "值" + field.Key) ?? metadata;
        }

        Assert.Equal(
            MetadataFields.All.Select(field => (field.Key, field.Of(metadata))).Order(),
            MetadataForm.Of(metadata).Select(field => (field.Key, field.Value)).Order());
    }
}
