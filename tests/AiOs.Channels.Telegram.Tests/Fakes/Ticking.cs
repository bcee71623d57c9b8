using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>Lets a clock run on in small steps until something has happened. No time is waited for; the wire gets its turn in between.</summary>
internal static class Ticking
{
    public static async Task<T> UntilAsync<T>(this FakeTimeProvider clock, Task<T> task, TimeSpan step)
    {
        await ((Task)task).UnderAsync(clock, step);
        return await task;
    }

    public static async Task UnderAsync(this Task task, FakeTimeProvider clock, TimeSpan step)
    {
        for (var ticks = 0; !task.IsCompleted; ticks++)
        {
            Assert.True(ticks < 20_000, "It never happened.");
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(3), TimeProvider.System, TestContext.Current.CancellationToken));
            if (!task.IsCompleted)
            {
                clock.Advance(step);
            }
        }

        await task;
    }
}
