namespace AiOs.Contracts.Desk;

/// <summary>What the operator has to know wherever they look next, since it could not be told where it should have been.</summary>
public interface IWarnings
{
    /// <summary>What holds now.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One sentence each; empty in normal times.</returns>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);
}
