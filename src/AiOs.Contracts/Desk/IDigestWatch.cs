namespace AiOs.Contracts.Desk;

/// <summary>Looks after the daily digest from outside of the clock that sends it: a clock that stands still cannot say so itself.</summary>
public interface IDigestWatch
{
    /// <summary>Looks every ten minutes until it is cancelled: a digest that did not come is told elsewhere, once, and what certainly was not sent is sent again.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When it has ended.</returns>
    Task WatchAsync(CancellationToken cancellationToken);
}
