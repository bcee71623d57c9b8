namespace AiOs.Kernel.Tests.Support;

/// <summary>Waits for something that another thread does soon.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> holds)
    {
        for (var turn = 0; !holds(); turn++)
        {
            Assert.True(turn < 2000, "it never came to be");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
