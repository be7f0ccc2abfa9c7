namespace PlanSearch.Web.Api.Requests;

/// <summary>Says of an endpoint that its body is a file, alone or in a form.</summary>
internal sealed class UploadedFile
{
    private UploadedFile()
    {
    }

    /// <summary>The one there is.</summary>
    public static UploadedFile Metadata { get; } = new();
}
