namespace AiOs.Contracts.Records.Owners;

/// <summary>An outside system that says what stands in Records: read by the clock and compared with them.</summary>
public interface IOutsideState
{
    /// <summary>The connector's name: small letters, digits and hyphens, as its <see cref="FieldOwnership"/> and its reports have it.</summary>
    string Name { get; }

    /// <summary>Reads what the system says. A read: it changes nothing and may be repeated.</summary>
    /// <param name="cursor">How far it was read before, as the last reading said; nothing the first time, and then all is read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it says. Throws <see cref="AiOsException"/> with a sentence for people where it cannot be read.</returns>
    Task<OutsideReading> ReadAsync(string? cursor, CancellationToken cancellationToken);
}
