using AiOs.Agents.Models;

namespace AiOs.Agents.Tests.Models;

/// <summary>Answers with one value whatever it is asked, or with why there is none.</summary>
internal sealed class StubModel(object answer) : IModel
{
    public bool IsConfigured => true;

    public List<ModelQuestion> Asked { get; } = [];

    public Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class
    {
        Asked.Add(question);
        return Task.FromResult<ModelAnswer<T>>(answer is T value ? new ModelAnswer<T>.Given(value) : new ModelAnswer<T>.Missing((string)answer));
    }
}
