using System.ClientModel;
using AiOs.Contracts.Ports;
using AiOs.Memory;
using Microsoft.Extensions.Options;

namespace AiOs.Agents.Models;

/// <summary>Whether the chat model's server answers and has the model: its list of models is read, which costs nothing.</summary>
internal sealed class ModelPart(IOptions<ModelOptions> options, TimeProvider time) : ICheckedPart
{
    /// <summary>Azure lists models, not the deployments that its names stand for.</summary>
    private const string NamesDeployments = ".azure.com";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => "model";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { Endpoint: { Length: > 0 } endpoint, Chat: { Length: > 0 } chat } set)
        {
            return new PartHealth(Ok: true, "It is off: Model:Chat is not set, so everything is drafted without a model.");
        }

        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var models = await ModelServer.Open(endpoint, set.ApiKey, retries: 0, Timeout.InfiniteTimeSpan).GetOpenAIModelClient().GetModelsAsync(both.Token);
            return models.Value.Any(model => model.Id == chat) || new Uri(endpoint).Host.EndsWith(NamesDeployments, StringComparison.OrdinalIgnoreCase)
                ? new PartHealth(Ok: true, $"The server answers and has {chat}; {PriceOf(set)}.")
                : new PartHealth(Ok: false, $"The server answers, but has no model {chat}; check Model:Chat.");
        }
        catch (ClientResultException fault)
        {
            return new PartHealth(Ok: false, fault.Status is 401 or 403
                ? "The server does not take the key; check Model:ApiKey."
                : $"The server refuses to list its models ({fault.Status}); check Model:Endpoint.");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return new PartHealth(Ok: false, "The server does not answer; check Model:Endpoint and the network.");
        }
    }

    private static string PriceOf(ModelOptions set) => set is { InputPricePerMillion: { } input, OutputPricePerMillion: { } output }
        ? FormattableString.Invariant($"a million tokens cost {input} in and {output} out")
        : "it costs nothing, so no cap on model money limits it";
}
