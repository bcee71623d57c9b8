namespace AiOs.Contracts.Context;

/// <summary>Puts together what an agent gets to see. Without memory the pack holds the facts that the kernel read itself.</summary>
public interface IContextSource
{
    /// <summary>Gathers the context of one decision.</summary>
    /// <param name="request">Which decision.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The pack: cut by the grant, within the budget, the same for the same memory and request.</returns>
    Task<ContextPack> GatherAsync(ContextRequest request, CancellationToken cancellationToken);
}
