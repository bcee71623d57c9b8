namespace AiOs.Storage.Sqlite.Side;

/// <summary>Work that is done on the caller's thread; the task that is returned is complete.</summary>
internal static class SideWork
{
    /// <summary>Does it, unless the caller has given up.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="work">What to do.</param>
    /// <param name="cancellationToken">Gives up before it begins.</param>
    /// <returns>What came of it.</returns>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(work());
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
