namespace AiOs.Kernel.Journal.Writing;

/// <summary>Lets one at a time work on what is durable: a write, or the destruction of keys between two writes.</summary>
internal sealed class WriterTurn : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    /// <summary>Waits for the turn.</summary>
    /// <returns>Ends the turn when it is disposed.</returns>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Taken(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Taken(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
