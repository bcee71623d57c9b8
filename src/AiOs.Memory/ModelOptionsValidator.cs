using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace AiOs.Memory;

/// <summary>Refuses what is set by half, with a sentence that names the key.</summary>
public sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    private const decimal HighestPrice = 1_000_000;
    private const decimal FinestStep = 0.00001m;

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

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
            return NamesNone(options) && string.IsNullOrWhiteSpace(options.ApiKey) && options is { InputPricePerMillion: null, OutputPricePerMillion: null }
                ? null
                : "Model:Endpoint is missing; say where the model server is, or leave the whole section out.";
        }

        return !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https")
            ? "Model:Endpoint is to be an http or https address, such as http://localhost:11434/v1."
            : NamesNone(options)
            ? "Model:Embedding is missing; name the embedding model of Model:Endpoint (or Model:Chat or Model:Transcription alone), or leave the whole section out."
            : !string.IsNullOrWhiteSpace(options.ApiKey) && endpoint.Scheme == "http" && !endpoint.IsLoopback
            ? "Model:Endpoint is to be https, since Model:ApiKey would go over the network in clear."
            : FaultOfChat(options, endpoint);
    }

    private static bool NamesNone(ModelOptions options) =>
        string.IsNullOrWhiteSpace(options.Embedding) && string.IsNullOrWhiteSpace(options.Transcription) && string.IsNullOrWhiteSpace(options.Chat);

    private static string? FaultOfChat(ModelOptions options, Uri endpoint)
    {
        if (string.IsNullOrWhiteSpace(options.Chat))
        {
            return options is { InputPricePerMillion: null, OutputPricePerMillion: null }
                ? null
                : "Model:Chat is missing; name the chat model whose prices are set, or leave the prices out.";
        }

        return options switch
        {
            { InputPricePerMillion: null, OutputPricePerMillion: null } when !IsOwn(endpoint) =>
                "Model:InputPricePerMillion is missing; say what a million tokens cost there, or 0 where they cost nothing: without it no cap on model money would hold.",
            { InputPricePerMillion: null, OutputPricePerMillion: not null } => "Model:InputPricePerMillion is missing; set both prices or none.",
            { InputPricePerMillion: not null, OutputPricePerMillion: null } => "Model:OutputPricePerMillion is missing; set both prices or none.",
            _ when !IsPrice(options.InputPricePerMillion) => "Model:InputPricePerMillion is not between 0 and 1000000 with at most five decimals.",
            _ when !IsPrice(options.OutputPricePerMillion) => "Model:OutputPricePerMillion is not between 0 and 1000000 with at most five decimals.",
            _ when options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > LongestTimeout => "Model:Timeout is not between 00:00:01 and 00:10:00.",
            _ => null,
        };
    }

    private static bool IsPrice(decimal? price) => price is null or (>= 0 and <= HighestPrice) && (price is not { } set || set % FinestStep == 0);

    /// <summary>This machine, an address that is not routed on the internet, or a name without a dot, such as that of a container.</summary>
    private static bool IsOwn(Uri endpoint)
    {
        if (endpoint.IsLoopback)
        {
            return true;
        }

        if (!IPAddress.TryParse(endpoint.DnsSafeHost, out var address))
        {
            return !endpoint.Host.Contains('.', StringComparison.Ordinal);
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
            : bytes is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..];
    }
}
