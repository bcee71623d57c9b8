using Microsoft.Extensions.Options;

namespace AiOs.Memory;

/// <summary>Refuses what is set by half, with a sentence that names the key.</summary>
public sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FaultOf(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }

    private static string? FaultOf(ModelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Endpoint))
        {
            return string.IsNullOrWhiteSpace(options.Embedding) && string.IsNullOrWhiteSpace(options.Transcription) && string.IsNullOrWhiteSpace(options.ApiKey)
                ? null
                : "Model:Endpoint is missing; say where the model server is, or leave the whole section out.";
        }

        return !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https")
            ? "Model:Endpoint is to be an http or https address, such as http://localhost:11434/v1."
            : string.IsNullOrWhiteSpace(options.Embedding) && string.IsNullOrWhiteSpace(options.Transcription)
            ? "Model:Embedding is missing; name the embedding model of Model:Endpoint (or Model:Transcription alone), or leave the whole section out."
            : !string.IsNullOrWhiteSpace(options.ApiKey) && endpoint.Scheme == "http" && !endpoint.IsLoopback
            ? "Model:Endpoint is to be https, since Model:ApiKey would go over the network in clear."
            : null;
    }
}
