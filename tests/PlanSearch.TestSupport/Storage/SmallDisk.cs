using System.Diagnostics;

namespace PlanSearch.TestSupport.Storage;

/// <summary>
/// A file system of its own, in memory, that can be full or be mounted for reading alone; gone with the object. Only for
/// <see cref="MountFactAttribute"/>.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder? _folder;

    /// <summary>In a new folder.</summary>
    /// <param name="options">Of the mount: <c>size=600k</c>.</param>
    public SmallDisk(string options)
    {
        _folder = new TemporaryFolder();
        Path = _folder.At("disk");
        Mount(options);
    }

    /// <summary>At a folder, which is made.</summary>
    public SmallDisk(string path, string options)
    {
        Path = path;
        Mount(options);
    }

    public string Path { get; }

    public void Remount(string options) => Check(Run("mount", "-o", $"remount,{options}", Path));

    public void Dispose()
    {
        Check(Run("umount", "-l", Path));
        _folder?.Dispose();
    }

    /// <summary>Whether the user of this run may mount one.</summary>
    internal static bool CanMount()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        using var folder = new TemporaryFolder();
        return Run("mount", "-t", "tmpfs", "-o", "size=64k", "plansearch-test", folder.Path) && Run("umount", folder.Path);
    }

    private static void Check(bool isDone)
    {
        if (!isDone)
        {
            throw new InvalidOperationException("The file system cannot be mounted or unmounted.");
        }
    }

    private static bool Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private void Mount(string options)
    {
        Directory.CreateDirectory(Path);
        Check(Run("mount", "-t", "tmpfs", "-o", options, "plansearch-test", Path));
    }
}
