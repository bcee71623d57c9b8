namespace AiOs.Agents.Models;

/// <summary>Where no chat model is configured.</summary>
public sealed class NoModel : IModel
{
    /// <inheritdoc/>
    public bool IsConfigured => false;

    /// <inheritdoc/>
    public Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class => Task.FromResult<ModelAnswer<T>>(new ModelAnswer<T>.Missing("none is configured"));
}
