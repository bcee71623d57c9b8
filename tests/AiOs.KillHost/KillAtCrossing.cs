using System.Diagnostics;
using System.Globalization;
using AiOs.Kernel.Timing;

namespace AiOs.KillHost;

/// <summary>Counts the boundaries that are crossed, and ends this process with SIGKILL at one of them.</summary>
/// <param name="at">At which one: its number, or the first of a name; <c>0</c> at none.</param>
internal sealed class KillAtCrossing(string at) : IBoundary
{
    private readonly Lock _gate = new();
    private string _at = at;
    private int _crossed;

    /// <summary>Counts anew from here.</summary>
    public void Arm(string at)
    {
        lock (_gate)
        {
            _at = at;
            _crossed = 0;
        }
    }

    public void Cross(string name)
    {
        lock (_gate)
        {
            var number = (++_crossed).ToString(CultureInfo.InvariantCulture);
            Console.Error.WriteLine($"crossing {number} {name}");
            if (_at != number && _at != name)
            {
                return;
            }

            Process.GetCurrentProcess().Kill();
            // The signal is on its way: nothing behind any boundary may happen meanwhile.
            using var never = new ManualResetEvent(false);
            never.WaitOne();
        }
    }
}
