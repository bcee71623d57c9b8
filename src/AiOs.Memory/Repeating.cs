namespace AiOs.Memory;

/// <summary>Work beside everything else, done again and again until the host goes. Whatever goes wrong in it, only this work is late.</summary>
internal static class Repeating
{
    /// <summary>Repeats a step.</summary>
    /// <param name="step">The step; it says how long to rest after it.</param>
    /// <param name="failed">Tells of a fault, and says how long to rest after it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stoppingToken">Ends it.</param>
    /// <returns>When the host goes.</returns>
    public static async Task RunAsync(
        Func<CancellationToken, Task<TimeSpan>> step, Func<Exception, TimeSpan> failed, TimeProvider time, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan rest;
            try
            {
                rest = await step(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The host goes, and what was used here may be gone already.
                return;
            }
            catch (Exception exception)
            {
                // An edge: a fault that got out would end the whole host.
                rest = failed(exception);
            }

            await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
