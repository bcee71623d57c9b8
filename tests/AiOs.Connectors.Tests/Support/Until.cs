namespace AiOs.Connectors.Tests.Support;

/// <summary>Looks again until something is so.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    /// <param name="isSo">What is waited for.</param>
    /// <param name="last">How it stood, for a test that fails.</param>
    /// <param name="meanwhile">Done between two looks, such as moving a clock on.</param>
    public static async Task TrueAsync(Func<bool> isSo, Func<string> last, Action? meanwhile = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"It did not come to what was waited for; last:\n{last()}");
            meanwhile?.Invoke();
            await Task.Delay(Beat, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
