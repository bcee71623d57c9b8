using System.Diagnostics;
using AiOs.Kernel.Timing;

namespace AiOs.KillHost;

/// <summary>Counts the boundaries that are crossed, and ends this process with SIGKILL at one of them.</summary>
/// <param name="at">At which one; 0 at none.</param>
internal sealed class KillAtCrossing(int at) : IBoundary
{
    private int _crossed;

    public void Cross(string name)
    {
        var number = Interlocked.Increment(ref _crossed);
        Console.Error.WriteLine($"crossing {number} {name}");
        if (number != at)
        {
            return;
        }

        Process.GetCurrentProcess().Kill();
        // The signal is on its way: nothing behind the boundary may happen meanwhile.
        using var never = new ManualResetEvent(false);
        never.WaitOne();
    }
}
