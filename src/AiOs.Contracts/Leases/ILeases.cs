namespace AiOs.Contracts.Leases;

/// <summary>
/// Says which host works on what, by the store's clock alone, so that hosts whose clocks differ agree. A lease keeps two hosts from doing the same
/// work; a lost one is harmless, since the journal decides.
/// </summary>
public interface ILeases
{
    /// <summary>Takes a lease, or holds on to it where the same holder has it already: it then ends that much later.</summary>
    /// <param name="name">What it is for, such as <c>work/ID</c>; 1 to 200 printable ASCII characters.</param>
    /// <param name="holder">Who takes it: the incarnation of a host; 1 to 200 printable ASCII characters.</param>
    /// <param name="duration">How long it is held, from now on; more than zero and at most a day.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>The lease, or nothing while somebody else holds it.</returns>
    Task<Lease?> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives a lease back. One that is held by somebody else, or by nobody, stays as it is.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="holder">Who held it.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>When it is durable.</returns>
    Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken);

    /// <summary>Who holds a lease now.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The lease, or nothing where nobody holds it or where it has ended.</returns>
    Task<Lease?> FindAsync(string name, CancellationToken cancellationToken);
}
