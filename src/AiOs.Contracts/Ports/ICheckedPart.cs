namespace AiOs.Contracts.Ports;

/// <summary>A configured part that can be checked for real: what <c>doctor</c> asks.</summary>
public interface ICheckedPart
{
    /// <summary>What it is, in a word or two.</summary>
    string Name { get; }

    /// <summary>Uses the part without changing anything that others see.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found: one line.</returns>
    Task<PartHealth> CheckAsync(CancellationToken cancellationToken);
}
