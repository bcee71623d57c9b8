namespace AiOs.Storage.Conformance.Kits;

/// <summary>What can be made to go wrong with the writes of a journal.</summary>
public abstract class StoreFaults
{
    /// <summary>The next write is kept, and its reply is lost.</summary>
    public abstract void LoseNextReply();

    /// <summary>The next write is lost before it is kept.</summary>
    public abstract void LoseNextWrite();

    /// <summary>Of the next write only the first commits are kept.</summary>
    /// <param name="count">How many.</param>
    public abstract void KeepFirst(int count);

    /// <summary>From now on nothing answers.</summary>
    /// <returns>When it is away.</returns>
    public abstract Task GoAwayAsync();

    /// <summary>It answers again, with all that it had.</summary>
    /// <returns>When it is back.</returns>
    public abstract Task ComeBackAsync();
}
