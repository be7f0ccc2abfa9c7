using System.ComponentModel;
using System.Diagnostics;

namespace PlanSearch.Plans.Reading.Formats.Programs;

/// <summary>Starts a process that reads one file, and ends it. Safe for several threads.</summary>
internal static class ChildProcess
{
    /// <summary>Starts it.</summary>
    /// <exception cref="RefusedFileException">
    /// The machine makes no process now (too many, no memory), or the program is not there: the next file may fare better.
    /// </exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new RefusedFileException(new ReadFailure(
                ReadFailureCode.ProgramFailed, $"本机现在启动不了读取此文件的程序 {start.FileName}（{fault.Message}）；请检查内存和进程数，然后重新入库。"));
        }
    }

    /// <summary>Ends it with all that it started, if it has not ended.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended meanwhile, or a part of its tree did; who calls this may be the thread of a timer, where an exception ends the host.
        }
    }
}
