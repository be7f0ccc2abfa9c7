using PlanSearch.Answers.Clips;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Pages.Collection;
using PlanSearch.Web.Pages.Picking;

namespace PlanSearch.Web.Pages.Clips;

/// <summary>What a sent form makes of a folder.</summary>
internal sealed class ClipChanges(ClipServices services, ClipForm form)
{
    /// <summary>What was ticked goes into the folder that the browser keeps, whatever another page of it shows.</summary>
    public Outcome<ClipChange> Pick(CancellationToken cancellationToken)
    {
        var (search, fault) = form.SearchOf();
        var (own, broken) = services.View.Folder;
        if (search is null || own is null)
        {
            return fault ?? broken!;
        }

        var (picked, full) = ClipPicks.Add(services.Session.Reader, own, form.Picks, search, cancellationToken);
        if (picked is null)
        {
            return full!;
        }

        if (form.Quoted.Length > 0 && !IsQuoted(picked.Folder, own))
        {
            return new RequestFault(FaultKinds.SelectionUnknown, "所选文字与规划中的不一致，没有放入。请重新选取，或用段首的 ¶ 摘取整段。");
        }

        return new ClipChange(picked.Folder, IsOwn: true)
        {
            Added = picked.Folder.Clips.Length - own.Clips.Length,
            Refused = picked.Refused.Length
        };
    }

    /// <summary>Everything else that is done on the page of a folder.</summary>
    public async Task<Outcome<ClipChange>> EditAsync(CancellationToken cancellationToken)
    {
        var (edited, fault) = form.Edited();
        if (edited is null)
        {
            return fault!;
        }

        var own = services.View.Folder.Value ?? ClipFolder.Empty;
        return form.Action switch
        {
            ClipAction.Open => await OpenAsync(own, cancellationToken),
            ClipAction.Adopt => new ClipChange(edited, IsOwn: true),
            ClipAction.Merge => own.Add(edited)
                .Then<ClipChange>(merged => new ClipChange(merged, IsOwn: true) { Added = merged.Clips.Length - own.Clips.Length }),
            ClipAction.Clear => new ClipChange(ClipFolder.Empty, form.IsOwn),
            _ => WithNewer(own, Arranged(edited)).Then<ClipChange>(folder => new ClipChange(folder, form.IsOwn) { Moved = Moved(edited) }),
        };
    }

    private ClipFolder Arranged(ClipFolder folder) => (form.Action, form.Index) switch
    {
        (ClipAction.Up, { } index) => folder.Move(index, -1),
        (ClipAction.Down, { } index) => folder.Move(index, 1),
        (ClipAction.Remove, { } index) => folder.Remove(index),
        (ClipAction.All, _) when form.ContextOfAll is { } context => folder with
        {
            Clips = [.. folder.Clips.Select(
            clip => clip with { Context = context })]
        },
        _ => folder,
    };

    // Picked in another window since this page was made: it must not be lost by a change made here.
    private Outcome<ClipFolder> WithNewer(ClipFolder own, ClipFolder changed)
    {
        if (!form.IsOwn)
        {
            return changed;
        }

        var newer = own.Clips.Where(clip => !form.Folder.Clips.Any(clip.IsSamePlace)).ToList();
        return newer.Count == 0 ? changed : changed.Add(own with { Clips = [.. newer] });
    }

    private string? Moved(ClipFolder folder) => (form.Action, form.Index) switch
    {
        (ClipAction.Up, { } index) => $"{ClipAction.Up}.{Math.Max(index - 1, 0)}",
        (ClipAction.Down, { } index) => $"{ClipAction.Down}.{Math.Min(index + 1, folder.Clips.Length - 1)}",
        _ => null,
    };

    // A file never takes the place of what one is filling without being told to.
    private async Task<Outcome<ClipChange>> OpenAsync(ClipFolder own, CancellationToken cancellationToken)
    {
        if (form.File is not { } file)
        {
            return UpkeepEndpoints.NoFile();
        }

        using var bytes = new MemoryStream();
        await using var sent = file.OpenReadStream();
        await sent.CopyToAsync(bytes, cancellationToken);
        return ClipFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))
            .Then<ClipChange>(folder => new ClipChange(folder, IsOwn: own.IsEmpty));
    }

    // The page reckoned where in its block the selection is; the words prove it.
    private bool IsQuoted(ClipFolder picked, ClipFolder own) => picked.Clips[own.Clips.Length..].All(clip =>
        clip.Hits is [TextRange hit] && hit.Length == form.Quoted.Length && form.Quoted.StartsWith(clip.Words, StringComparison.Ordinal));
}

/// <summary>What has become of a folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="IsOwn">Whether it is the one that the browser keeps.</param>
internal sealed record ClipChange(ClipFolder Folder, bool IsOwn)
{
    /// <inheritdoc cref="ClipsModel.Added"/>
    public int? Added { get; init; }

    /// <inheritdoc cref="ClipsModel.Refused"/>
    public int Refused { get; init; }

    /// <summary>The button that moved an excerpt, with its number; null for none.</summary>
    public string? Moved { get; init; }
}
