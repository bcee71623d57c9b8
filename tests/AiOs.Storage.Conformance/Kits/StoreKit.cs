namespace AiOs.Storage.Conformance.Kits;

/// <summary>One fresh place of a store: opens it, opens it again, and says what it can do.</summary>
public abstract class StoreKit : IAsyncDisposable
{
    /// <summary>Whether several hosts may have it open at once.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Whether a batch that is refused may leave its first commits, since each commit is written by itself.</summary>
    public virtual bool KeepsPrefix => false;

    /// <summary>The shortest lease that a test may take and wait for.</summary>
    public virtual TimeSpan Moment => TimeSpan.FromSeconds(10);

    /// <summary>Makes what goes wrong; nothing where a test cannot make anything go wrong.</summary>
    public virtual StoreFaults? Faults => null;

    /// <summary>Opens the place, as a host does when it starts. A place of which something is missing skips the test and says what.</summary>
    /// <returns>All ports.</returns>
    public abstract Task<StorePorts> OpenAsync();

    /// <summary>Lets the store's clock go on.</summary>
    /// <param name="time">How far.</param>
    /// <returns>When it is that late.</returns>
    public abstract Task PassAsync(TimeSpan time);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
