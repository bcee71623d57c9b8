using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Chat;

/// <summary>Looks again until something is there.</summary>
public static class Wait
{
    public static async Task<T> ForAsync<T>(Func<T?> look, Func<string> last)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < HostFolder.Patience, $"It did not come; last:\n{last()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
